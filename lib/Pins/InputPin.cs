namespace NanoExecutor
{
    /// <summary>
    /// A digital input of a machine, whose edges raise a source of a reactor. A board derives from it.
    /// </summary>
    /// <remarks>
    /// An edge means that the level has changed at least once; the level is what <see cref="Read"/> says at the poll.
    /// Edges that come faster than polls, or that a full queue of the machine drops, merge into one.
    /// <see cref="WaitForEdge"/>, <see cref="WaitForLevel"/> and <see cref="Debounced"/> wait by that rule, any number
    /// of them for one pin.
    /// </remarks>
    public abstract class InputPin
    {
        /// <summary>The futures that wait for an edge or a level of this pin.</summary>
        internal readonly Listeners Waits = new Listeners();

        /// <summary>Registers the source of the pin. Allocates: make pins before the executor runs.</summary>
        /// <param name="reactor">Where edges go.</param>
        /// <param name="source">A vacant source of that reactor.</param>
        /// <exception cref="System.ArgumentNullException">The reactor is null.</exception>
        /// <exception cref="System.ArgumentOutOfRangeException">There is no such source.</exception>
        /// <exception cref="System.InvalidOperationException">The source is registered already.</exception>
        protected InputPin(Reactor reactor, int source)
        {
            if (reactor == null)
            {
                throw Throw.Null("reactor", "A pin");
            }

            if ((uint)source >= (uint)reactor.Count)
            {
                throw Throw.NoSource("source", source, reactor.Count);
            }

            Changed = reactor.Register(source);
        }

        /// <summary>Ready after an edge since it was ready last. One task at a time awaits it.</summary>
        public SourceWait Changed { get; }

        /// <summary>The level now; true is high. Any thread; allocates nothing.</summary>
        public abstract bool Read();

        /// <summary>
        /// The board calls it for each edge, from any thread or interrupt. Allocates nothing, never throws.
        /// </summary>
        protected void EdgeSeen()
        {
            // By its own registration: the source may have been released and given to another.
            Changed.TryRaise();
            Waits.WakeAll();
        }
    }
}
