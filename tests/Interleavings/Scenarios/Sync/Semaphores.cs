namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// Two threads release permits at once, and two tasks acquire some each: one, or more than one thread gives.
    /// </summary>
    [Case(1, 1, 1)]
    [Case(1, 2, 0)]
    [Case(2, 1, 3)]
    public sealed class SemaphoreReleases(int each, int first, int second) : MachineScenario
    {
        private Semaphore _semaphore;
        private Takes _first;
        private Takes _second;

        /// <inheritdoc/>
        public override string About => "two threads release, two tasks acquire";

        /// <inheritdoc/>
        public override string Proves => "semaphore: each permit is taken once, by those that wait in their order";

        /// <inheritdoc/>
        public override int MaxPreemptions => each + first == 2 ? 3 : 2;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_first.Taken == 1, "the first task has its permits");
            world.Expect(second == 0 || _second.Taken == 1, "and so has the second");
            world.Expect(_semaphore.Dropped == 0 && _semaphore.Available == 0, "none was refused and none is left");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _semaphore = world.Name(new Semaphore(0, 2 * each), "semaphore");
            _first = world.Name(new Takes(_semaphore.NewAcquire(first), 1), "first");
            Executor.Spawn(_first);
            if (second > 0)
            {
                _second = world.Name(new Takes(_semaphore.NewAcquire(second), 1), "second");
                Executor.Spawn(_second);
            }

            world.Callback("one", () => _semaphore.Release(each));
            world.Callback("two", () => _semaphore.Release(each));
        }
    }

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

    /// <summary>The first of two tasks in line is woken for a permit and aborted before it has taken it.</summary>
    public sealed class SemaphoreAborted : MachineScenario
    {
        private Semaphore _semaphore;
        private Reactor _reactor;
        private Takes _second;
        private long _first;

        /// <inheritdoc/>
        public override string About => "a task is woken for a permit and aborted before it takes it";

        /// <inheritdoc/>
        public override string Proves => "a wake that was given and not used is passed on";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_second.Taken == 1, "the second task has the permit");
        }

        /// <inheritdoc/>
        protected override int Capacity => 3;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _semaphore = world.Name(new Semaphore(0, 1), "semaphore");
            _reactor = world.Name(new Reactor(1), "reactor");
            _second = world.Name(new Takes(_semaphore.NewAcquire(), 1), "second");
            _first = Executor.Spawn(world.Name(new Borrows(_semaphore), "first"));
            Executor.Spawn(_second);
            Executor.Spawn(world.Name(new Aborts(_reactor.Register(0), Executor, _first), "aborter"));
            world.Callback("irq", () =>
            {
                _reactor.Raise(0);
                _semaphore.Release();
            });
        }

        // Takes a permit and gives it back.
        private sealed class Borrows : Future
        {
            private readonly Semaphore _semaphore;
            private readonly SemaphoreAcquire _acquire;

            internal Borrows(Semaphore semaphore)
            {
                _semaphore = semaphore;
                _acquire = semaphore.NewAcquire();
            }

            public override Poll Poll(Waker waker)
            {
                if (_acquire.Poll(waker) == Pending)
                {
                    return Pending;
                }

                _semaphore.Release();
                return Ready;
            }

            public override void Cancel()
            {
                _acquire.Cancel();
            }
        }
    }
}
