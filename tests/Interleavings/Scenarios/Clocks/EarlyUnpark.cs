namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>The park ends for no reason, at any moment, and again when it should.</summary>
    public sealed class EarlyUnpark : MachineScenario
    {
        private const long Deadline = 10;

        private NotBefore _task;

        /// <inheritdoc/>
        public override string About => "a park ends early as well as in time";

        /// <inheritdoc/>
        public override string Proves => "only the clock decides whether a deadline has passed";

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
            world.Interrupt("early", Parker.Unpark);
            Clock.Moves(world, Parker, 10);
        }
    }
}
