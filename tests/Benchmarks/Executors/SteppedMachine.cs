namespace NanoExecutor.Benchmarks
{
    /// <summary>
    /// A machine whose time jumps to the next deadline when its executor parks: what remains is the work of the executor.
    /// </summary>
    internal sealed class SteppedMachine : Machine
    {
        internal SteppedMachine()
            : base(new SteppedClock())
        {
        }

        internal Executor NewExecutor(int slots)
        {
            return new Executor(slots, this);
        }

        protected override Parker NewParker()
        {
            return new JumpingParker((SteppedClock)Clock);
        }

        private sealed class SteppedClock : Clock
        {
            internal long Time;

            public override long Now => Time;
        }

        private sealed class JumpingParker : Parker
        {
            private readonly SteppedClock _clock;

            internal JumpingParker(SteppedClock clock)
            {
                _clock = clock;
            }

            public override void Park(long until)
            {
                _clock.Time = until;
            }

            public override void Unpark()
            {
            }
        }
    }
}
