namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>An input pin: an interrupt changes its level and tells the library of the edge.</summary>
    internal sealed class ModelPin : InputPin
    {
        private readonly Register _level;

        internal ModelPin(World world, string name, Reactor reactor, int source)
            : this(world.Register(name + ".level"), reactor, source)
        {
        }

        private ModelPin(Register level, Reactor reactor, int source)
            : base(reactor, source)
        {
            _level = level;
        }

        public override bool Read()
        {
            return _level.Value == 1;
        }

        /// <summary>The level is high before there is an interrupt to tell of it.</summary>
        internal void IsPressed()
        {
            _level.Value = 1;
        }

        /// <summary>The level changes. What an interrupt does.</summary>
        internal void Goes(bool high)
        {
            _level.Value = high ? 1 : 0;
            EdgeSeen();
        }

        /// <summary>The level goes low and high again, so fast that it is one edge to the machine.</summary>
        internal void Bounces()
        {
            _level.Value = 0;
            Goes(true);
        }
    }
}
