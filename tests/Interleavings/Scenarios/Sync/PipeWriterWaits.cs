namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A task of another executor waits for room in a pipe.</summary>
    [Case(1, 2)]
    [Case(2, 3)]
    [Case(3, 5)]
    public sealed class PipeWriterWaits(int capacity, int bytes) : MachineScenario
    {
        private Pipe _pipe;
        private ReadsBytes _task;
        private ModelMachine _second;
        private WritesBytes _writer;

        /// <inheritdoc/>
        public override string About => "the writing side waits for room on another executor";

        /// <inheritdoc/>
        public override string Proves => "pipe: room that has become free is announced";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.InOrder && _task.Count == bytes, "all bytes came, in order");
        }

        /// <inheritdoc/>
        public override string Stuck()
        {
            return base.Stuck() + _second.Stuck();
        }

        /// <inheritdoc/>
        public override int MaxPreemptions => capacity == 1 ? 3 : 2;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _pipe = world.Name(new Pipe(capacity), "pipe");
            _task = world.Name(new ReadsBytes(_pipe), "task");
            _second = new ModelMachine(world, "second", 1, Clock);
            _writer = world.Name(new WritesBytes(_pipe, bytes), "writer");
            Executor.Spawn(_task);
            _second.Executor.Spawn(_writer);
            world.Thread("thread2", () => _second.Executor.Run());
        }

        private sealed class WritesBytes : Future
        {
            private readonly Pipe _pipe;
            private readonly PipeWriter _write;

            internal WritesBytes(Pipe pipe, int bytes)
            {
                _pipe = pipe;
                _write = pipe.Writer.From(new byte[] { 1, 2, 3, 4, 5 }, 0, bytes);
            }

            public override Poll Poll(Waker waker)
            {
                if (_write.Poll(waker) == Pending)
                {
                    return Pending;
                }

                _pipe.Close();
                return Ready;
            }
        }
    }
}
