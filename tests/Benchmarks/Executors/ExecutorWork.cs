namespace NanoExecutor.Benchmarks
{
    /// <summary>A work of tasks on one executor, which runs on the thread that measures.</summary>
    internal abstract class ExecutorWork : Work
    {
        // A slot and the future in it.
        private const int HeapOfASlot = 150;
        private const int HeapOfATable = 2000;

        private readonly int _slots;

        private protected ExecutorWork(string name, int slots)
            : base(name)
        {
            _slots = slots;
        }

        internal override bool IsOwn => true;

        internal override int HeapNeeded => HeapOfATable + (_slots * HeapOfASlot);

        private protected Executor Executor { get; private set; }

        internal override void SetUp()
        {
            Executor = NewExecutor(_slots);
            AddTasks();
            while (Executor.TaskCount < _slots)
            {
                Executor.Spawn(new NeverFuture());
            }

            Executor.RunUntilIdle();
        }

        internal override void TearDown()
        {
            if (Executor != null)
            {
                Executor.Close();
                Executor = null;
            }
        }

        private protected virtual Executor NewExecutor(int slots)
        {
            return Target.NewExecutor(slots);
        }

        /// <summary>Makes the tasks that work; the slots they leave get tasks that sleep for ever.</summary>
        private protected abstract void AddTasks();
    }
}
