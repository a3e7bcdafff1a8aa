namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Another thread stops the executor while it goes to sleep.</summary>
    public sealed class StopOrPark : MachineScenario
    {
        /// <inheritdoc/>
        public override string About => "Stop from another thread while the executor goes to sleep";

        /// <inheritdoc/>
        public override string Proves => "a stop is not lost; it was, when it was looked at too early";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(Executor.State == ExecutorState.Stopped, "it says that it is stopped");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            Executor.Spawn(new NeverFuture());
            world.Callback("stopper", () => Executor.Stop());
        }
    }
}
