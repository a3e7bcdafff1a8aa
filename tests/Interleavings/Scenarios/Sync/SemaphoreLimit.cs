namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Two threads release a permit each where there is room for so many, and a task may take one.</summary>
    [Case(1, false)]
    [Case(1, true)]
    [Case(0, true)]
    public sealed class SemaphoreLimit(int room, bool takes) : MachineScenario
    {
        private const int Max = 2;

        private Semaphore _semaphore;
        private TakesOne _task;
        private bool _one;
        private bool _two;

        /// <inheritdoc/>
        public override string About => "two threads release permits up to the limit and beyond";

        /// <inheritdoc/>
        public override string Proves => "semaphore: the limit holds, and what is refused is counted";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            int given = (_one ? 1 : 0) + (_two ? 1 : 0);
            int taken = _task.HasTaken ? 1 : 0;
            world.Expect(_task.HasTaken == takes, "a permit was there to be taken");
            world.Expect(_semaphore.Dropped == 2 - given, "what was refused was counted");
            world.Expect(_semaphore.Available == Max - room + given - taken, "it has what it was given");
            world.Expect(given >= room && given <= room + taken, "what there was room for was accepted, and no more");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _semaphore = world.Name(new Semaphore(Max - room, Max), "semaphore");
            _task = world.Name(new TakesOne(_semaphore, takes), "task");
            Executor.Spawn(_task);
            world.Callback("one", () => _one = _semaphore.Release());
            world.Callback("two", () => _two = _semaphore.Release());
        }

        private sealed class TakesOne : Future
        {
            private readonly Semaphore _semaphore;
            private readonly bool _takes;

            internal TakesOne(Semaphore semaphore, bool takes)
            {
                _semaphore = semaphore;
                _takes = takes;
            }

            internal bool HasTaken { get; private set; }

            public override Poll Poll(Waker waker)
            {
                HasTaken = _takes && _semaphore.TryAcquire();
                return Ready;
            }
        }
    }
}
