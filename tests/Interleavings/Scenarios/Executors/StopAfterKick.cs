namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// The alarm has kicked the executor out of its park for nothing, and another thread stops it as it goes back.
    /// </summary>
    public sealed class StopAfterKick : MachineScenario
    {
        /// <inheritdoc/>
        public override string About =>
            "Stop from another thread while the executor goes back to sleep after an early alarm";

        /// <inheritdoc/>
        public override string Proves => "what is in no slot has a NeedRun of its own";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(Executor.State == ExecutorState.Stopped, "it says that it is stopped");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            Executor.Spawn(new NeverFuture());
            world.Interrupt("early", Alarm.ExpireEarly);
            world.Callback("stopper", () => Executor.Stop());
        }
    }
}
