namespace NanoExecutor.Interleavings.Scenarios
{
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
}
