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
}
