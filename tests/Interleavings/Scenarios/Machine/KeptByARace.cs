namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// Polls another future in a race that something else wins, which keeps it as a loser, and then in the next one, which only
    /// it can win. Between the two it is nobody's.
    /// </summary>
    internal sealed class KeptByARace : Future
    {
        private readonly Race _race;

        internal KeptByARace(Future inner)
        {
            _race = new Race(Losers.Keep, inner, new ReadyOnce());
        }

        public override Poll Poll(Waker waker)
        {
            if (_race.Poll(waker) == Pending)
            {
                return Pending;
            }

            if (_race.Winner == 0)
            {
                return Ready;
            }

            waker.Wake();
            return Pending;
        }

        public override void Cancel()
        {
            _race.Cancel();
        }

        public override void Detach()
        {
            _race.Detach();
        }

        private sealed class ReadyOnce : Future
        {
            private bool _polled;

            public override Poll Poll(Waker waker)
            {
                if (_polled)
                {
                    return Pending;
                }

                _polled = true;
                return Ready;
            }
        }
    }
}
