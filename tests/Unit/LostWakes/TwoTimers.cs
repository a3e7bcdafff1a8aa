namespace NanoExecutor.Tests
{
    /// <summary>
    /// Waits for two sources, one after the other, and notes what it got and when: the program of the first text this
    /// library is built on. Its timers are raised after 1 and 2 seconds by the machine under it.
    /// </summary>
    internal sealed class TwoTimers : Future
    {
        internal readonly Log Log = new Log();
        internal long FirstAt;
        internal long SecondAt;

        private readonly Clock _clock;
        private readonly SourceWait _first;
        private readonly SourceWait _second;
        private bool _hasFirst;

        internal TwoTimers(Clock clock, SourceWait first, SourceWait second)
        {
            _clock = clock;
            _first = first;
            _second = second;
        }

        public override Poll Poll(Waker waker)
        {
            if (!_hasFirst)
            {
                if (_first.Poll(waker) == Pending)
                {
                    return Pending;
                }

                _hasFirst = true;
                FirstAt = _clock.Now;
                Log.Add("got 1;");
            }

            if (_second.Poll(waker) == Pending)
            {
                return Pending;
            }

            SecondAt = _clock.Now;
            Log.Add("got 2;");
            return Ready;
        }

        public override void Detach()
        {
            _first.Detach();
            _second.Detach();
        }
    }
}
