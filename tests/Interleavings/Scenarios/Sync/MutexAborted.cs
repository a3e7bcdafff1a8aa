namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A lock is released by an interrupt's event while the next in line is aborted.</summary>
    public sealed class MutexAborted : MachineScenario
    {
        private Mutex _mutex;
        private Reactor _reactor;
        private Takes _last;

        /// <inheritdoc/>
        public override string About => "a lock is released while the next in line is aborted";

        /// <inheritdoc/>
        public override string Proves => "mutex: the lock goes to the one behind";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_last.Taken == 1, "the last in line has had the lock");
        }

        /// <inheritdoc/>
        protected override int Capacity => 4;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _mutex = world.Name(new Mutex(), "mutex");
            _reactor = world.Name(new Reactor(2), "reactor");
            MutexLock held = _mutex.NewLock();
            held.TryLock();
            MutexLock next = _mutex.NewLock();
            _last = world.Name(new Takes(_mutex.NewLock(), 1), "last");
            long aborted = Executor.Spawn(world.Name(new Locks(next), "next"));
            Executor.Spawn(_last);
            Executor.Spawn(world.Name(new Releases(_reactor.Register(0), held), "holder"));
            Executor.Spawn(world.Name(new Aborts(_reactor.Register(1), Executor, aborted), "aborter"));
            world.Callback("irq", () =>
            {
                _reactor.Raise(1);
                _reactor.Raise(0);
            });
        }

        // Has the lock for a moment.
        private sealed class Locks : Future
        {
            private readonly MutexLock _lock;

            internal Locks(MutexLock mutexLock)
            {
                _lock = mutexLock;
            }

            public override Poll Poll(Waker waker)
            {
                if (_lock.Poll(waker) == Pending)
                {
                    return Pending;
                }

                _lock.Release();
                return Ready;
            }

            public override void Cancel()
            {
                _lock.Cancel();
            }
        }

        private sealed class Releases : Future
        {
            private readonly Future _sign;
            private readonly MutexLock _lock;

            internal Releases(Future sign, MutexLock mutexLock)
            {
                _sign = sign;
                _lock = mutexLock;
            }

            public override Poll Poll(Waker waker)
            {
                if (_sign.Poll(waker) == Pending)
                {
                    return Pending;
                }

                _lock.Release();
                return Ready;
            }
        }
    }
}
