namespace NanoExecutor.Interleavings.Scenarios
{
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
}
