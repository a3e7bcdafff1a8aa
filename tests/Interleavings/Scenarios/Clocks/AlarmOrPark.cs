namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>The clock passes the deadline while the executor arms the alarm, which never expires then.</summary>
    public sealed class AlarmOrPark : MachineScenario
    {
        private const long Deadline = 10;

        private NotBefore _task;

        /// <inheritdoc/>
        public override string About => "the deadline passes while the alarm is armed for it";

        /// <inheritdoc/>
        public override string Proves => "after arming it looks at the clock again";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            _task.Check(world);
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _task = world.Name(new NotBefore(new Delay().Until(Deadline), Clock, Deadline), "task");
            Executor.Spawn(_task);
            Clock.Moves(world, Alarm, 9, 10);
        }
    }
}
