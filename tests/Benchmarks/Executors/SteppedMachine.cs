namespace NanoExecutor.Benchmarks
{
    /// <summary>
    /// A machine whose time jumps to the next deadline when its executor parks: what remains is the work of the executor.
    /// </summary>
    internal sealed class SteppedMachine
    {
        private readonly SteppedClock _clock = new SteppedClock();

        internal Executor NewExecutor(int slots)
        {
            return new Executor(slots, _clock, new SilentAlarm(), new JumpingParker(_clock));
        }

        private sealed class SteppedClock : Clock
        {
            internal long Time;

            public override long Now => Time;
        }

        private sealed class SilentAlarm : Alarm
        {
            public override void Arm(long deadline, long now)
            {
            }

            public override void Disarm()
            {
            }
        }

        private sealed class JumpingParker : Parker
        {
            private readonly SteppedClock _clock;

            internal JumpingParker(SteppedClock clock)
            {
                _clock = clock;
            }

            public override void Park(long deadline)
            {
                _clock.Time = deadline;
            }

            public override void Unpark()
            {
            }
        }
    }
}
