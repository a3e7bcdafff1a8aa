namespace NanoExecutor.Boards.NanoClr
{
    /// <summary>An input that a task, another thread or a test drives: the emulator has no pins.</summary>
    public sealed class SimulatedInputPin : InputPin
    {
        private bool _level;

        /// <summary>Makes a pin that is low and registers its source.</summary>
        /// <param name="reactor">Where edges go.</param>
        /// <param name="source">A vacant source of that reactor.</param>
        public SimulatedInputPin(Reactor reactor, int source)
            : base(reactor, source)
        {
        }

        /// <inheritdoc/>
        public override bool Read()
        {
            return _level;
        }

        /// <summary>
        /// Sets the level; an edge if it was the other one. One thread, whichever; allocates nothing.
        /// </summary>
        /// <param name="high">True for high.</param>
        public void Set(bool high)
        {
            if (high != _level)
            {
                _level = high;
                EdgeSeen();
            }
        }
    }
}
