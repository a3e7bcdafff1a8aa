namespace NanoExecutor
{
    /// <summary>A change of level that <see cref="WaitForEdge"/> waits for.</summary>
    public enum Edge
    {
        /// <summary>Either of them.</summary>
        Any = 0,

        /// <summary>From low to high.</summary>
        Rising = 1,

        /// <summary>From high to low.</summary>
        Falling = 2,
    }

    /// <summary>
    /// Ready when an <see cref="InputPin"/> has another level than at the look before, and the edge between the two is
    /// one it waits for. Awaited again and again.
    /// </summary>
    /// <remarks>
    /// <para>
    /// An edge means "read the pin again": only levels that were read count. A pulse that is over before the poll is
    /// not seen, and edges between two polls merge. The level is remembered from one wait to the next, so that a change
    /// while nobody waited is seen then, if it still stands.
    /// </para>
    /// <para>Any number of futures wait for one pin, each with its own view; tasks of any executor.</para>
    /// <para><b>Poll:</b> reads the pin. Allocates nothing.</para>
    /// <para><b>Cancel:</b> loses nothing: the level it saw last is remembered.</para>
    /// </remarks>
    public sealed class WaitForEdge : ListeningFuture
    {
        private readonly InputPin _pin;
        private readonly Edge _edge;
        private bool _hasLooked;

        /// <summary>Makes a future for edges of a pin, which it looks at first when it is polled first.</summary>
        /// <param name="pin">The pin. One thread at a time makes futures for it.</param>
        /// <param name="edge">The edge to wait for.</param>
        /// <exception cref="System.ArgumentNullException">The pin is null.</exception>
        /// <exception cref="System.ArgumentOutOfRangeException">There is no such edge.</exception>
        public WaitForEdge(InputPin pin, Edge edge)
        {
            if (pin == null)
            {
                throw Throw.NullPin();
            }

            _pin = pin;
            _edge = (Edge)Checks.Choice("edge", (int)edge, (int)Edge.Falling);
            pin.Waits.Add(this);
        }

        /// <summary>The level at the latest look; true is high.</summary>
        public bool Level { get; private set; }

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.WaitForEdge).Outside();
        }

        private protected override bool TryFinish()
        {
            bool level = _pin.Read();
            HasAdvanced = _hasLooked && level != Level;
            _hasLooked = true;
            Level = level;
            return HasAdvanced && (_edge == Edge.Any || level == (_edge == Edge.Rising));
        }
    }
}
