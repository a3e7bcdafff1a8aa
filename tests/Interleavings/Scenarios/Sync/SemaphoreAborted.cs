namespace NanoExecutor.Interleavings.Scenarios
{
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
