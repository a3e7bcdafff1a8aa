namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// A task that waits for a deadline is aborted as the alarm for it expires; another deadline is behind it.
    /// </summary>
    public sealed class TimerAborted : MachineScenario
    {
        private NotBefore _far;

        /// <inheritdoc/>
        public override string About => "a task is aborted as its deadline passes";

        /// <inheritdoc/>
        public override string Proves => "a cancelled deadline takes no other with it";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            _far.Check(world);
        }

        /// <inheritdoc/>
        protected override int Capacity => 3;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _far = world.Name(new NotBefore(new Delay().Until(20), Clock, 20), "far");
            long near = Executor.Spawn(world.Name(new NotBefore(new Delay().Until(10), Clock, 10), "near"));
            Executor.Spawn(_far);
            Executor.Spawn(world.Name(new Aborts(new Yield(), Executor, near), "aborter"));
            Clock.Moves(world, Parker, 10, 20);
        }
    }
}
