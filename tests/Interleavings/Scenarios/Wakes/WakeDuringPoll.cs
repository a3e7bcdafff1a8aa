namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Two callbacks set a flag each and wake; the task looks at both flags.</summary>
    public sealed class WakeDuringPoll : MachineScenario
    {
        private Flagged _task;

        /// <inheritdoc/>
        public override string About => "two callbacks set a flag each and wake the task that looks at both";

        /// <inheritdoc/>
        public override string Proves => "a wake that comes while poll runs is not lost";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Readies == 1, "the task was ready " + _task.Readies + " times");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _task = world.Name(new Flagged(world, "task", 2), "task");
            Executor.Spawn(_task);
            world.Callback("one", _task.RaiseFirst).When(() => _task.Asked);
            world.Callback("two", _task.RaiseSecond).When(() => _task.Asked);
        }
    }
}
