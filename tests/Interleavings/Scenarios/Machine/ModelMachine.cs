namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A model machine with an executor on it.</summary>
    internal sealed class ModelMachine : Machine
    {
        private readonly string _name;

        internal ModelMachine(World world, string name, int capacity, ModelClock clock)
            : base(clock)
        {
            _name = name;
            Parker = new ModelParker(world, name + ".parker", clock);
            Executor = world.Name(new Executor(capacity, this), name);
        }

        internal Executor Executor { get; }

        internal ModelParker Parker { get; }

        protected override Parker NewParker()
        {
            return Parker;
        }

        /// <summary>What is wrong if it is parked; empty if it is not.</summary>
        internal string Stuck()
        {
            if (!Parker.IsParked)
            {
                return "";
            }

            int awake = Executor.TaskCount - Executor.Asleep;
            if (awake > 0 || Executor.State == ExecutorState.NeedRun)
            {
                return _name + " is parked while a wake is due (" + awake + " awake tasks, state "
                    + Executor.State + "). ";
            }

            return _name + " is parked and nothing will wake its " + Executor.TaskCount + " tasks. ";
        }
    }
}
