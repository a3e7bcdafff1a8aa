namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>What the executor says of itself, to its tasks, to the hook before a park and to other threads.</summary>
    /// <param name="hook">Whether there is a hook before a park; without it and a deadline the park is the common one.</param>
    [Case(true)]
    [Case(false)]
    public sealed class StateIsTold(bool hook) : MachineScenario
    {
        private const int Events = 2;

        private Reactor _reactor;
        private Looks _task;
        private Register _taken;
        private bool _isWrong;

        /// <inheritdoc/>
        public override string About => "a task, a hook and a thread ask an executor for its state";

        /// <inheritdoc/>
        public override string Proves => "an executor knows whether it runs, and never says idle while a wake is due";

        /// <inheritdoc/>
        public override int MaxPreemptions => hook ? 3 : 2;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            // With several processors the look may see what was so a moment before.
            world.Expect(!_isWrong || !world.InterruptsRunToCompletion, "it said idle between a wake and the poll that it asked for");
            world.Expect(_task.Taken == Events, "each event was delivered");
            ExecutorState state = Executor.State;
            world.Expect(state == ExecutorState.Idle || state == ExecutorState.NeedRun, "it does not run any more");
            world.Expect(Executor.TaskCount == 0 && Executor.Asleep == 0, "and has no task");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _taken = world.Register("taken");
            _reactor = world.Name(new Reactor(1), "reactor");
            _task = world.Name(new Looks(this, world), "task");
            Executor.Spawn(_task);
            Executor.Spawn(world.Name(new Takes(new Yield(), 1), "passes"));
            if (hook)
            {
                Executor.OnIdle = executor => world.Expect(executor.State == ExecutorState.Running, "a hook runs in it");
            }

            world.Thread("irq", () =>
            {
                for (int raise = 0; raise < Events; raise++)
                {
                    _taken.WaitFor(raise);
                    _reactor.Raise(0);
                    bool isIdle = Executor.State == ExecutorState.Idle;
                    _isWrong |= isIdle && _taken.Value == raise;
                }
            });
        }

        private sealed class Looks : Future
        {
            private readonly StateIsTold _scenario;
            private readonly World _world;
            private readonly SourceWait _wait;

            internal Looks(StateIsTold scenario, World world)
            {
                _scenario = scenario;
                _world = world;
                _wait = scenario._reactor.Register(0);
            }

            internal int Taken { get; private set; }

            public override Poll Poll(Waker waker)
            {
                Executor executor = waker.Executor;
                _world.Expect(executor.State == ExecutorState.Running, "it polls and does not say that it runs");
                _world.Expect(executor.Asleep < executor.TaskCount, "a task that is polled is not asleep");
                while (Taken < Events)
                {
                    if (_wait.Poll(waker) == Pending)
                    {
                        return Pending;
                    }

                    Taken++;
                    _scenario._taken.Value = Taken;
                }

                return Ready;
            }
        }
    }
}
