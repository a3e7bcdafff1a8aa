namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// A task waits for two bytes at once of a pipe that drops its oldest, while a thread writes over them.
    /// </summary>
    public sealed class PipeReadsAtLeast : MachineScenario
    {
        private const int AtOnce = 2;
        private const int Bytes = 2 * AtOnce;

        private Pipe _pipe;
        private ReadsBytes _task;

        /// <inheritdoc/>
        public override string About => "a task waits for several bytes at once that a thread writes over";

        /// <inheritdoc/>
        public override string Proves => "pipe that drops its oldest: a read is ready with as many bytes as asked for";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.InOrder, "the bytes came in order");
            world.Expect(_task.Enough, "no read was ready with fewer bytes than asked for");
            world.Expect(_task.Last == Bytes, "the last one was read");
            world.Expect(_task.Count + _pipe.Dropped == Bytes, "each byte was read or counted as dropped");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _pipe = world.Name(new Pipe(AtOnce, WhenFull.DropOldest), "pipe");
            _task = world.Name(new ReadsBytes(_pipe, AtOnce, Bytes), "task");
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
