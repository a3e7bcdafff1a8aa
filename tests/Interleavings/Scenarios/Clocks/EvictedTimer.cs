namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A second task polls the delay that a race of the first one keeps, pushes its waker out and ends.</summary>
    public sealed class EvictedTimer : MachineScenario
    {
        private NotBefore _stays;

        /// <inheritdoc/>
        public override string About => "a task that ends pushes the waker of another out of a timer";

        /// <inheritdoc/>
        public override string Proves => "a waker that is pushed out is woken, by a timer too";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            _stays.Check(world);
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            Delay delay = world.Name(new Delay().Until(10), "delay");
            _stays = world.Name(new NotBefore(new KeptByARace(delay), Clock, 10), "stays");
            Executor.Spawn(_stays);

            // The time moves on only once the delay was pushed out, so that it is not ready for the other.
            Register polled = world.Register("polled");
            Executor.Spawn(world.Name(new PollsOnce(delay, polled), "passes"));
            Clock.MovesOnce(world, Parker, 10, polled);
        }
    }
}
