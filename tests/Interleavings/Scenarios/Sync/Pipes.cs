namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A thread writes more bytes than a pipe holds, one by one or several at once.</summary>
    [Case(2, 2, 3, 1)]
    [Case(1, 1, 2, 1)]
    [Case(3, 2, 5, 2)]
    public sealed class PipeRefuses(int capacity, int room, int bytes, int atOnce) : MachineScenario
    {
        private Pipe _pipe;
        private ReadsBytes _task;

        /// <inheritdoc/>
        public override string About => "a thread writes bytes while a task reads";

        /// <inheritdoc/>
        public override string Proves => "pipe: bytes arrive once and in order, or are refused";

        /// <inheritdoc/>
        public override int MaxPreemptions => capacity == 2 ? 3 : 2;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.InOrder, "the bytes came in order");
            world.Expect(_task.Count + _pipe.Dropped == bytes, "each byte was read or refused");
            world.Expect(_task.Count >= capacity, "nothing was refused for which there was room");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _pipe = world.Name(new Pipe(capacity), "pipe");
            _task = world.Name(new ReadsBytes(_pipe, 1, room), "task");
            Executor.Spawn(_task);
            world.Callback("writer", new WritesChunks(_pipe, bytes, atOnce).Write);
        }
    }

    /// <summary>
    /// A thread writes over the bytes of a pipe that drops its oldest, one by one or several at once, while a task reads
    /// into less or more room than the pipe holds, and may wait for several at once.
    /// </summary>
    [Case(1, 1, 2, 3, 1)]
    [Case(1, 1, 4, 4, 1)]
    [Case(2, 2, 4, 4, 1)]
    [Case(2, 1, 1, 4, 2)]
    [Case(3, 1, 2, 5, 2)]
    [Case(2, 1, 4, 6, 3)]
    public sealed class PipeDropsOldest(int capacity, int least, int room, int bytes, int atOnce) : MachineScenario
    {
        private Pipe _pipe;
        private ReadsBytes _task;

        /// <inheritdoc/>
        public override string About => "a thread writes over bytes that a task is reading";

        /// <inheritdoc/>
        public override string Proves =>
            "pipe that drops its oldest: nothing half written is read, and a read takes what it may";

        /// <inheritdoc/>
        public override int MaxPreemptions => bytes == 3 ? 3 : 2;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.InOrder, "the bytes came in order");
            world.Expect(_task.Enough, "no read was ready with fewer bytes than asked for");
            world.Expect(_task.Last == bytes, "the last one was read");
            world.Expect(_task.Count + _pipe.Dropped == bytes, "each byte was read or counted as dropped");
            world.Expect(_task.Count >= capacity, "what the pipe holds was read");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _pipe = world.Name(new Pipe(capacity, WhenFull.DropOldest), "pipe");
            _task = world.Name(new ReadsBytes(_pipe, least, room), "task");
            Executor.Spawn(_task);
            world.Callback("writer", new WritesChunks(_pipe, bytes, atOnce).Write);
        }
    }

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
