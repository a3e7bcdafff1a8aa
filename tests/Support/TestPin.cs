namespace NanoExecutor.Tests
{
    /// <summary>A pin that a test drives.</summary>
    internal sealed class TestPin : InputPin
    {
        private bool _high;

        internal TestPin()
            : this(new Reactor(1), 0)
        {
        }

        internal TestPin(Reactor reactor, int source)
            : base(reactor, source)
        {
        }

        public override bool Read()
        {
            return _high;
        }

        internal void Set(bool high)
        {
            _high = high;
            EdgeSeen();
        }

        /// <summary>Changes its level by an edge that the machine drops, as a full queue of it does.</summary>
        internal void SetUnseen(bool high)
        {
            _high = high;
        }

        /// <summary>Goes to the other level and back before anybody looks.</summary>
        internal void Glitch()
        {
            Set(!_high);
            Set(!_high);
        }
    }
}
