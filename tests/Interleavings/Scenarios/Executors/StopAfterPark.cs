namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// The park has ended for nothing, and another thread stops the executor as it goes back.
    /// </summary>
    public sealed class StopAfterPark : MachineScenario
    {
        /// <inheritdoc/>
        public override string About =>
            "Stop from another thread while the executor goes back to sleep after a park that ended early";

        /// <inheritdoc/>
        public override string Proves => "what is in no slot sets NeedRun too";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(Executor.State == ExecutorState.Stopped, "it says that it is stopped");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            Executor.Spawn(new NeverFuture());
            world.Interrupt("early", Parker.Unpark);
            world.Callback("stopper", () => Executor.Stop());
        }
    }
}
