namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>The clock passes the deadline while the executor goes to its park.</summary>
    public sealed class DeadlineOrPark : MachineScenario
    {
        private const long Deadline = 10;

        private NotBefore _task;

        /// <inheritdoc/>
        public override string About => "the deadline passes while the executor goes to its park";

        /// <inheritdoc/>
        public override string Proves => "a park for a time that has passed ends at once";

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
            Clock.Moves(world, Parker, 9, 10);
        }
    }
}
