namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// An executor is closed with a task in each of its slots, while an event for one of them comes.
    /// </summary>
    [Case(1)]
    [Case(2)]
    [Case(33)]
    public sealed class ExecutorCloses(int tasks) : MachineScenario
    {
        private readonly Leaves[] _tasks = new Leaves[tasks];
        private Reactor _reactor;

        /// <inheritdoc/>
        public override string About => "an executor is closed while an event for one of its tasks comes";

        /// <inheritdoc/>
        public override string Proves => "closing aborts every task, and what comes late does no harm";

        /// <inheritdoc/>
        public override int MaxPreemptions => 2;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            for (int task = 0; task < tasks; task++)
            {
                world.Expect(_tasks[task].Cancels == 1, "every task was cancelled, once");
            }

            world.Expect(Executor.TaskCount == 0 && Executor.State == ExecutorState.Stopped, "it is closed");
            world.Expect(Executor.Timers.Count == 0, "it has no timer");
            world.Expect(Parker.Closes == 1, "and has closed its parker");
        }

        /// <inheritdoc/>
        protected override int Capacity => tasks;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(1), "reactor");
            for (int task = 0; task < tasks; task++)
            {
                Future wait = task == 0 ? new Delay().Until(10) : new NeverFuture();
                _tasks[task] = world.Name(new Leaves(task == tasks - 1 ? _reactor.Register(0) : wait), "task" + task);
                Executor.Spawn(_tasks[task]);
            }

            Clock.Moves(world, Parker, 5);
            world.Callback("irq", () => _reactor.TryRaise(0));
        }

        /// <inheritdoc/>
        protected override void Run()
        {
            Executor.RunUntilIdle();
            Executor.Close();
        }

        // Never ready; counts how often it is cancelled.
        private sealed class Leaves : Future
        {
            private readonly Future _wait;

            internal Leaves(Future wait)
            {
                _wait = wait;
            }

            internal int Cancels { get; private set; }

            public override Poll Poll(Waker waker)
            {
                _wait.Poll(waker);
                return Pending;
            }

            public override void Cancel()
            {
                Cancels++;
                _wait.Cancel();
            }
        }
    }
}
