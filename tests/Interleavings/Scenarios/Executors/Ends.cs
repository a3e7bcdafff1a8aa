using System;

namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// A task is aborted and its slot given to another, while the wake for the first one is under way.
    /// </summary>
    public sealed class AbortAndReuse : MachineScenario
    {
        private Reactor _reactor;
        private Takes _replaced;
        private Takes _replacing;
        private Register _replacement;
        private long _handle;

        /// <inheritdoc/>
        public override string About => "a wake for an aborted task comes when its slot belongs to another";

        /// <inheritdoc/>
        public override string Proves => "a late wake is a spurious poll at worst";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_replacing.Taken == 1, "the new task has its own event, once, and not that of the old one");
            world.Expect(_replaced.Taken <= 1, "the old one had its event at most once");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(2), "reactor");
            _replaced = world.Name(new Takes(_reactor.Register(0), 1), "replaced");
            _replacing = world.Name(new Takes(_reactor.Register(1), 1), "replacing");
            _replacement = world.Register("replacement");
            _handle = Executor.Spawn(_replaced);
            Executor.Spawn(world.Name(new Replaces(this), "aborter"));
            world.Callback("late", () => _reactor.Raise(0));
            world.Interrupt("irq", () => _reactor.Raise(1)).When(() => _replacement.Peek == 1);
        }

        private sealed class Replaces : Future
        {
            private readonly AbortAndReuse _scenario;

            internal Replaces(AbortAndReuse scenario)
            {
                _scenario = scenario;
            }

            public override Poll Poll(Waker waker)
            {
                waker.Executor.Abort(_scenario._handle);
                waker.Executor.Spawn(_scenario._replacing);
                _scenario._replacement.Value = 1;
                return Ready;
            }
        }
    }

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

    /// <summary>
    /// The heap is full for a while: calls of the executor's loop find no memory for their frame and throw, any of them,
    /// once or twice. Tasks wait for an event, a deadline and their turn meanwhile.
    /// </summary>
    [Case(1)]
    [Case(2)]
    public sealed class HeapIsFull(int calls) : MachineScenario
    {
        private const long Deadline = 10;

        private Reactor _reactor;
        private NotBefore _delay;
        private Takes _event;
        private Takes _busy;
        private int _escaped;

        /// <inheritdoc/>
        public override string About => "calls of the executor's loop throw because the heap is full";

        /// <inheritdoc/>
        public override string Proves => "the loop survives it: only the task that was polled is faulted, the others go on";

        /// <inheritdoc/>
        public override int MaxPreemptions => calls == 1 ? 1 : 0;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            int faulted = Executor.Faulted + Executor.FaultsLost;
            int ended = (_delay.ReadyAt >= 0 ? 1 : 0) + _event.Taken + (_busy.Taken == 2 ? 1 : 0);
            world.Expect(_escaped == 0, "an exception came out of Run while there were tasks");
            world.Expect(ended + faulted >= 3, "every task has ended or met the full heap itself");
            world.Expect(faulted <= calls, "no more tasks were faulted than calls failed");
            world.Expect(_delay.ReadyAt < 0 || _delay.ReadyAt >= Deadline, "the delay was early");
        }

        /// <inheritdoc/>
        protected override int Capacity => 4;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            Register begun = world.Register("begun");
            _reactor = world.Name(new Reactor(1), "reactor");
            _delay = world.Name(new NotBefore(new Delay().Until(Deadline), Clock, Deadline), "delay");
            _event = world.Name(new Takes(_reactor.Register(0), 1), "event");
            _busy = world.Name(new Takes(new Yield(), 2), "busy");
            Executor.Spawn(world.Name(new Fills(world, calls, begun), "fills"));
            Executor.Spawn(_delay);
            Executor.Spawn(_event);
            Executor.Spawn(_busy);
            Executor.OnFault = (executor, handle, exception) =>
                world.Expect(exception is OutOfMemoryException, "a task threw " + exception);
            world.Callback("irq", () => _reactor.Raise(0));
            Clock.Follows(world, Parker, begun);
        }

        /// <inheritdoc/>
        protected override void Run()
        {
            while (Executor.TaskCount > 0)
            {
                try
                {
                    Executor.Run();
                }
                catch (OutOfMemoryException)
                {
                    _escaped += Executor.TaskCount > 0 ? 1 : 0;
                }
            }
        }

        private sealed class Fills : Future
        {
            private readonly World _world;
            private readonly int _calls;
            private readonly Register _begun;

            internal Fills(World world, int calls, Register begun)
            {
                _world = world;
                _calls = calls;
                _begun = begun;
            }

            public override Poll Poll(Waker waker)
            {
                _world.MemoryRunsOut(_calls);
                _begun.Value = 1;
                return Ready;
            }
        }
    }
}
