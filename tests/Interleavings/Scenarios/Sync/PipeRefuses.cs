namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A thread writes three bytes into a pipe of two.</summary>
    public sealed class PipeRefuses : MachineScenario
    {
        private const int Bytes = 3;

        private Pipe _pipe;
        private ReadsBytes _task;

        /// <inheritdoc/>
        public override string About => "a thread writes bytes while a task reads";

        /// <inheritdoc/>
        public override string Proves => "pipe: bytes arrive once and in order, or are refused";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.InOrder, "the bytes came in order");
            world.Expect(_task.Count + _pipe.Dropped == Bytes, "each byte was read or refused");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _pipe = world.Name(new Pipe(2), "pipe");
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
