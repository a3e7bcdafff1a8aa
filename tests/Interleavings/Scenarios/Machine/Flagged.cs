namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A future as a user writes it: ready once one or two flags are set, by callbacks that wake it.</summary>
    internal sealed class Flagged : Future
    {
        private readonly Register _asked;
        private volatile bool _first;
        private volatile bool _second;
        private volatile Waker _waker;
        private bool _hasAsked;

        internal Flagged(World world, string name, int flags)
        {
            _second = flags < 2;
            _asked = world.Register(name + ".asked");
        }

        /// <summary>Whether it was polled, so that there is a waker.</summary>
        internal bool Asked => _asked.Peek == 1;

        internal Waker Waker => _waker;

        internal int Readies { get; private set; }

        public override Poll Poll(Waker waker)
        {
            if (!_hasAsked)
            {
                _hasAsked = true;
                _waker = waker;
                _asked.Value = 1;
            }

            if (_first && _second)
            {
                Readies++;
                return Ready;
            }

            return Pending;
        }

        internal void RaiseFirst()
        {
            _first = true;
            _waker.Wake();
        }

        internal void RaiseSecond()
        {
            _second = true;
            _waker.Wake();
        }
    }
}
