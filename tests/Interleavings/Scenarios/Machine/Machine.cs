namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>An executor on a model machine.</summary>
    internal sealed class Machine
    {
        private readonly string _name;

        internal Machine(World world, string name, int capacity, ModelClock clock)
        {
            _name = name;
            Parker = new ModelParker(world, name + ".parker");
            Alarm = new ModelAlarm(world, name + ".alarm");
            Executor = world.Name(new Executor(capacity, new AnyMachine(clock, Parker)), name);
        }

        internal Executor Executor { get; }

        internal ModelAlarm Alarm { get; }

        internal ModelParker Parker { get; }

        /// <summary>What is wrong if it is parked; empty if it is not.</summary>
        internal string Stuck()
        {
            if (!Parker.IsParked)
            {
                return "";
            }

            int awake = Executor.Live - Executor.Asleep;
            if (awake > 0 || Executor.State == ExecutorState.NeedRun)
            {
                return _name + " is parked while a wake is due (" + awake + " awake tasks, state "
                    + Executor.State + "). ";
            }

            return _name + " is parked and nothing will wake its " + Executor.Live + " tasks. ";
        }
    }
}
