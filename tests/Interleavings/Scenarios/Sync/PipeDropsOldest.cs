namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A thread writes three bytes over each other in a pipe that drops its oldest.</summary>
    public sealed class PipeDropsOldest : MachineScenario
    {
        private const int Bytes = 3;

        private Pipe _pipe;
        private ReadsBytes _task;

        /// <inheritdoc/>
        public override string About => "a thread writes over bytes that a task is reading";

        /// <inheritdoc/>
        public override string Proves => "pipe that drops its oldest: nothing half written is read";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.InOrder, "the bytes came in order");
            world.Expect(_task.Last == Bytes, "the last one was read");
            world.Expect(_task.Count + _pipe.Dropped == Bytes, "each byte was read or counted as dropped");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _pipe = world.Name(new Pipe(1, WhenFull.DropOldest), "pipe");
            _task = world.Name(new ReadsBytes(_pipe), "task");
            Executor.Spawn(_task);
            world.Callback("writer", () =>
            {
                for (byte value = 1; value <= Bytes; value++)
                {
                    _pipe.WriteByte(value);
                }

                _pipe.Close();
            });
        }
    }
}
