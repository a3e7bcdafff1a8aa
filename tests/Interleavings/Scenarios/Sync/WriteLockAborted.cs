namespace NanoExecutor.Interleavings.Scenarios
{
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
