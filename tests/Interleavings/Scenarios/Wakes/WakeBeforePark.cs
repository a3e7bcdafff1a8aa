namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>One callback wakes, at any moment from the end of the first poll to the park and after.</summary>
    [Case(0)]
    [Case(7)]
    [Case(8)]
    [Case(63)]
    public sealed class WakeBeforePark(int slot) : MachineScenario
    {
        private Flagged _task;

        /// <inheritdoc/>
        public override string About => "one callback wakes between the poll and the park";

        /// <inheritdoc/>
        public override string Proves => "a wake between poll and sleep is not lost";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Readies == 1, "the task was ready " + _task.Readies + " times");
        }

        /// <inheritdoc/>
        protected override int Capacity => slot + 1;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _task = world.Name(new Flagged(world, "task", 1), "task");
            SpawnAt(slot, _task);
            world.Callback("callback", _task.RaiseFirst).When(() => _task.Asked);
        }
    }
}
