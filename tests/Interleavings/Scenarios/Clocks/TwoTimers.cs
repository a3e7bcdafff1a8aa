namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Two deadlines; the alarm is armed for the nearer and then for the other.</summary>
    public sealed class TwoTimers : MachineScenario
    {
        private NotBefore _near;
        private NotBefore _far;

        /// <inheritdoc/>
        public override string About => "two deadlines, one alarm";

        /// <inheritdoc/>
        public override string Proves => "no deadline is missed, none is early";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            _near.Check(world);
            _far.Check(world);
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _near = world.Name(new NotBefore(new Delay().Until(10), Clock, 10), "near");
            _far = world.Name(new NotBefore(new Delay().Until(20), Clock, 20), "far");
            Executor.Spawn(_far);
            Executor.Spawn(_near);
            Clock.Moves(world, Parker, 10, 15, 25);
        }
    }
}
