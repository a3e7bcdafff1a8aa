namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A scenario with one executor that runs until its tasks have ended.</summary>
    public abstract class MachineScenario : Scenario
    {
        private ModelMachine _machine;
        private int _slots;

        internal Executor Executor => _machine.Executor;

        internal ModelClock Clock { get; private set; }

        internal ModelParker Parker => _machine.Parker;

        /// <summary>Slots of the executor.</summary>
        protected virtual int Capacity => 2;

        /// <inheritdoc/>
        public sealed override void Build(World world)
        {
            Clock = new ModelClock(world);
            world.Name(this, "scenario");
            Actor main = world.Thread("main", Run);
            _machine = new ModelMachine(world, "executor", Capacity, Clock);
            Executor.OnFault = (executor, handle, exception) => world.Fail("a task threw: " + exception);
            Arrange(world);
        }

        /// <inheritdoc/>
        public override string Stuck()
        {
            string machine = _machine.Stuck();
            return machine.Length > 0 ? machine : base.Stuck();
        }

        /// <summary>Spawns a future in a slot, and in the vacant ones before it tasks that end at once.</summary>
        internal long SpawnAt(int slot, Future future)
        {
            SpawnUpTo(slot);
            _slots++;
            return Executor.Spawn(future);
        }

        /// <summary>Spawns tasks that end at once in the vacant slots before one.</summary>
        internal void SpawnUpTo(int slot)
        {
            for (; _slots < slot; _slots++)
            {
                Executor.Spawn(new ReadyFuture());
            }
        }

        /// <summary>Makes tasks and other actors.</summary>
        protected abstract void Arrange(World world);

        /// <summary>What the thread of the executor does.</summary>
        protected virtual void Run()
        {
            Executor.Run();
        }
    }
}
