namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A task of another executor waits for room in a pipe.</summary>
    public sealed class PipeWriterWaits : MachineScenario
    {
        private const int Bytes = 2;

        private Pipe _pipe;
        private ReadsBytes _task;
        private Machine _second;
        private WritesBytes _writer;

        /// <inheritdoc/>
        public override string About => "the writing side waits for room on another executor";

        /// <inheritdoc/>
        public override string Proves => "pipe: room that has become free is announced";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.InOrder && _task.Count == Bytes, "all bytes came, in order");
        }

        /// <inheritdoc/>
        public override string Stuck()
        {
            return base.Stuck() + _second.Stuck();
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _pipe = world.Name(new Pipe(1), "pipe");
            _task = world.Name(new ReadsBytes(_pipe), "task");
            _second = new Machine(world, "second", 1, Clock);
            _writer = world.Name(new WritesBytes(_pipe), "writer");
            Executor.Spawn(_task);
            _second.Executor.Spawn(_writer);
            world.Thread("thread2", () => _second.Executor.Run());
        }

        private sealed class WritesBytes : Future
        {
            private readonly Pipe _pipe;
            private readonly PipeWriter _write;

            internal WritesBytes(Pipe pipe)
            {
                _pipe = pipe;
                _write = pipe.Writer.From(new byte[] { 1, 2 }, 0, Bytes);
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
