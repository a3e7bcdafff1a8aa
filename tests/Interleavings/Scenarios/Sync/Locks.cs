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

    /// <summary>A writer waits for a reader to leave, and another reader waits for the writer.</summary>
    public sealed class WriteLockWaits : MachineScenario
    {
        private ReaderWriterLock _lock;
        private Reactor _reactor;
        private Takes _writer;
        private Takes _reader;

        /// <inheritdoc/>
        public override string About => "a reader leaves while a writer waits, and another reader behind it";

        /// <inheritdoc/>
        public override string Proves => "reader-writer lock: who leaves lets the next in line in";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_writer.Taken == 1 && _reader.Taken == 1, "both have gone in");
        }

        /// <inheritdoc/>
        protected override int Capacity => 3;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _lock = world.Name(new ReaderWriterLock(), "lock");
            _reactor = world.Name(new Reactor(1), "reactor");
            _writer = world.Name(new Takes(new Writes(_lock.NewWriteLock()), 1), "writer");
            _reader = world.Name(new Takes(_lock.NewReadLock(), 1), "reader");
            Executor.Spawn(world.Name(new Reads(_lock.NewReadLock(), _reactor.Register(0)), "holder"));
            Executor.Spawn(_writer);
            Executor.Spawn(_reader);
            world.Callback("irq", () => _reactor.Raise(0));
        }
    }

    /// <summary>A writer waits behind a reader, another reader behind it; the writer is aborted.</summary>
    public sealed class WriteLockAborted : MachineScenario
    {
        private ReaderWriterLock _lock;
        private Reactor _reactor;
        private Takes _last;

        /// <inheritdoc/>
        public override string About => "a writer that a reader waits behind is aborted while the lock is released";

        /// <inheritdoc/>
        public override string Proves => "reader-writer lock: those behind go in";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_last.Taken == 1, "the reader behind the writer has gone in");
        }

        /// <inheritdoc/>
        protected override int Capacity => 4;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _lock = world.Name(new ReaderWriterLock(), "lock");
            _reactor = world.Name(new Reactor(2), "reactor");
            ReadLock held = _lock.NewReadLock();
            _last = world.Name(new Takes(_lock.NewReadLock(), 1), "last");
            Executor.Spawn(world.Name(new Reads(held, _reactor.Register(0)), "holder"));
            long aborted = Executor.Spawn(world.Name(new Writes(_lock.NewWriteLock()), "writer"));
            Executor.Spawn(_last);
            Executor.Spawn(world.Name(new Aborts(_reactor.Register(1), Executor, aborted), "aborter"));
            world.Callback("irq", () =>
            {
                _reactor.Raise(1);
                _reactor.Raise(0);
            });
        }
    }
}
