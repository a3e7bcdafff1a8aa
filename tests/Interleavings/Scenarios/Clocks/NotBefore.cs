namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A delay, and what the clock showed when it was ready.</summary>
    internal sealed class NotBefore : Future
    {
        private const long Never = -1;

        private readonly Future _delay;
        private readonly ModelClock _clock;
        private readonly long _deadline;

        internal NotBefore(Future delay, ModelClock clock, long deadline)
        {
            _delay = delay;
            _clock = clock;
            _deadline = deadline;
        }

        internal long ReadyAt { get; private set; } = Never;

        public override Poll Poll(Waker waker)
        {
            if (_delay.Poll(waker) == Pending)
            {
                return Pending;
            }

            ReadyAt = _clock.Peek;
            return Ready;
        }

        public override void Cancel()
        {
            _delay.Cancel();
        }

        public override void Detach()
        {
            _delay.Detach();
        }

        internal void Check(World world)
        {
            world.Expect(ReadyAt >= _deadline, "a delay until " + _deadline + " was ready at " + ReadyAt);
        }
    }
}
