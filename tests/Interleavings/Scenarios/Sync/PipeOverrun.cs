namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// A thread writes over the bytes of a pipe that drops its oldest several times, while a task reads into more room
    /// than the pipe holds.
    /// </summary>
    public sealed class PipeOverrun : MachineScenario
    {
        private const int Bytes = 4;

        private Pipe _pipe;
        private ReadsBytes _task;

        /// <inheritdoc/>
        public override string About => "a thread writes over bytes that a task reads into a larger buffer";

        /// <inheritdoc/>
        public override string Proves => "pipe that drops its oldest: a read never takes more than the pipe holds";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.InOrder, "the bytes came in order");
            world.Expect(_task.Enough, "no read was ready without a byte");
            world.Expect(_task.Last == Bytes, "the last one was read");
            world.Expect(_task.Count + _pipe.Dropped == Bytes, "each byte was read or counted as dropped");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _pipe = world.Name(new Pipe(1, WhenFull.DropOldest), "pipe");
            _task = world.Name(new ReadsBytes(_pipe, 1, Bytes), "task");
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
