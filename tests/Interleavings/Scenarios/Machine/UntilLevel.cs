namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Ready once a pin has a level: looks at the level after each edge.</summary>
    internal sealed class UntilLevel : Future
    {
        private readonly Future _edge;
        private readonly Pin _pin;
        private readonly int _level;

        internal UntilLevel(Future edge, Pin pin, int level)
        {
            _edge = edge;
            _pin = pin;
            _level = level;
        }

        public override Poll Poll(Waker waker)
        {
            while (_edge.Poll(waker) == Ready)
            {
                if (_pin.Level == _level)
                {
                    return Ready;
                }
            }

            return Pending;
        }
    }
}
