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

    /// <summary>
    /// Another thread stops the executor while it goes to sleep, or in the middle of a run that never parks.
    /// </summary>
    [Case(Entry.Run)]
    [Case(Entry.BlockOn)]
    [Case(Entry.RunUntilIdle)]
    public sealed class StopOrPark : MachineScenario
    {
        private readonly Entry _entry;
        private Future _forever;
        private bool _finished;

        /// <summary>For one way into the loop.</summary>
        /// <param name="entry">Which.</param>
        internal StopOrPark(Entry entry)
        {
            _entry = entry;
        }

        /// <inheritdoc/>
        public override string About => "Stop from another thread while the executor goes to sleep";

        /// <inheritdoc/>
        public override string Proves => "a stop is not lost; it was, when it was looked at too early";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(Executor.State == ExecutorState.Stopped, "it says that it is stopped");
            world.Expect(!_finished, "what never ends has not ended");
            world.Expect(Executor.TaskCount == (_entry == Entry.BlockOn ? 0 : 1), "and is a task no more, if it was not one");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            // RunUntilIdle ends when all tasks sleep, so there it has to be one that never does.
            Register stopped = world.Register("stopped");
            _forever = _entry == Entry.RunUntilIdle ? new Busy(world, stopped) : new NeverFuture();
            if (_entry != Entry.BlockOn)
            {
                Executor.Spawn(_forever);
            }

            world.Callback("stopper", () =>
            {
                Executor.Stop();
                stopped.Value = 1;
            });
        }

        /// <inheritdoc/>
        protected override void Run()
        {
            switch (_entry)
            {
                case Entry.BlockOn:
                    _finished = Executor.BlockOn(_forever);
                    break;
                case Entry.RunUntilIdle:
                    Executor.RunUntilIdle();
                    break;
                default:
                    Executor.Run();
                    break;
            }
        }

        private sealed class Busy : Future
        {
            private const int RoundsBefore = 3;
            private const int MaxRounds = 100;

            private readonly World _world;
            private readonly Register _stopped;
            private int _round;

            internal Busy(World world, Register stopped)
            {
                _world = world;
                _stopped = stopped;
            }

            public override Poll Poll(Waker waker)
            {
                if (++_round == RoundsBefore)
                {
                    // From here on it is alone, so that there is not much to explore.
                    _stopped.WaitFor(1);
                }

                _world.Expect(_round < MaxRounds, "the stop is passed over");
                waker.Wake();
                return Pending;
            }
        }
    }

    /// <summary>A stop and a wake come at once; the task has to be there for the next run.</summary>
    public sealed class StopOrWake : MachineScenario
    {
        private Reactor _reactor;
        private Takes _task;

        /// <inheritdoc/>
        public override string About => "a stop and a wake at once; the next run goes on with the task";

        /// <inheritdoc/>
        public override string Proves => "a stop loses no wake";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Taken == 1, "the event is delivered once");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(1), "reactor");
            _task = world.Name(new Takes(_reactor.Register(0), 1), "task");
            Executor.Spawn(_task);
            world.Callback("stopper", () => Executor.Stop());
            world.Interrupt("irq", () => _reactor.Raise(0));
        }

        /// <inheritdoc/>
        protected override void Run()
        {
            while (_task.Taken == 0)
            {
                Executor.Run();
            }
        }
    }

    /// <summary>The hook that runs before a park wakes a task, and an interrupt comes on top.</summary>
    public sealed class IdleHookWakes : MachineScenario
    {
        private Reactor _reactor;
        private Takes _byHook;
        private Takes _byInterrupt;
        private bool _done;

        /// <inheritdoc/>
        public override string About => "the hook before a park wakes a task while an interrupt wakes another";

        /// <inheritdoc/>
        public override string Proves => "the executor owns the order of sleeping and waking";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_byHook.Taken == 1 && _byInterrupt.Taken == 1, "each event is delivered once");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(2), "reactor");
            _byHook = world.Name(new Takes(_reactor.Register(0), 1), "byHook");
            _byInterrupt = world.Name(new Takes(_reactor.Register(1), 1), "byInterrupt");
            Executor.Spawn(_byHook);
            Executor.Spawn(_byInterrupt);
            Executor.OnIdle = Idle;
            world.Callback("irq", () => _reactor.Raise(1));
        }

        private void Idle(Executor executor)
        {
            if (!_done)
            {
                _done = true;
                _reactor.Raise(0);
            }
        }
    }

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
