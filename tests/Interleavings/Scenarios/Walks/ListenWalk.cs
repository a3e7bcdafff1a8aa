namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// Tasks look at what a thread shows, each for itself, while another task aborts them, moves them to other slots
    /// and lets them look again, in every order.
    /// </summary>
    [Case(ShownKind.Watch, 2, 2)]
    [Case(ShownKind.LongWatch, 1, 2)]
    [Case(ShownKind.PubSub, 2, 2)]
    [Case(ShownKind.LongPubSub, 1, 3)]
    [Case(ShownKind.Flag, 2, 1)]
    [Case(ShownKind.FlagThatResets, 2, 2)]
    [Case(ShownKind.Once, 2, 1)]
    [Case(ShownKind.Source, 1, 2)]
    [Case(ShownKind.Request, 1, 1)]
    [Case(ShownKind.Level, 2, 1)]
    public sealed class ListenWalk : MachineScenario
    {
        private const int Rounds = 2;

        private readonly ShownKind _kind;
        private readonly int _shows;
        private readonly Looks[] _tasks;
        private Shown _thing;

        /// <summary>A walk.</summary>
        /// <param name="kind">What they look at.</param>
        /// <param name="tasks">How many look.</param>
        /// <param name="shows">How often the thread shows something.</param>
        internal ListenWalk(ShownKind kind, int tasks, int shows)
        {
            _kind = kind;
            _shows = shows;
            _tasks = new Looks[tasks];
        }

        /// <inheritdoc/>
        public override string About => "tasks look at what a thread shows and are aborted and moved";

        /// <inheritdoc/>
        public override string Proves => "nobody who looks for himself sleeps on, wherever he is polled";

        /// <inheritdoc/>
        public override int MaxPreemptions => 1;

        /// <inheritdoc/>
        protected override int Capacity => _tasks.Length + 2;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _thing = world.Name(Shown.New(_kind, world), "thing");
            Quiet quiet = new Quiet(this, world, () => LookWhenQuiet(world));
            for (int index = 0; index < _tasks.Length; index++)
            {
                _tasks[index] = world.Name(new Looks(_thing, world), "task" + index);
                _tasks[index].Handle = Executor.Spawn(_tasks[index]);
            }

            Executor.Spawn(world.Name(new Walks(this, world, quiet), "walker"));
            world.Callback("shower", () =>
            {
                for (int number = 1; number <= _shows; number++)
                {
                    _thing.Show(number);
                }

                quiet.Ended();
            });
        }

        private void LookWhenQuiet(World world)
        {
            int readies = 0;
            for (int index = 0; index < _tasks.Length; index++)
            {
                bool sleeps = Executor.IsAsleep(_tasks[index].Handle);
                world.Expect(!sleeps || !_tasks[index].SleepsOn(_shows), "a task sleeps on although there is something");
                readies += _tasks[index].Readies;
            }

            world.Expect(!_thing.IsForOne || readies <= _shows, "something was seen twice");
        }

        private sealed class Looks : Future
        {
            private readonly Shown _thing;
            private readonly World _world;
            private readonly Future _wait;
            private long _seen;

            internal Looks(Shown thing, World world)
            {
                _thing = thing;
                _world = world;
                _wait = thing.NewWait();
            }

            internal long Handle { get; set; }

            internal int Readies { get; private set; }

            public override Poll Poll(Waker waker)
            {
                while (_wait.Poll(waker) == Ready)
                {
                    Readies++;
                    if (_thing.Stays)
                    {
                        return Ready;
                    }

                    long seen = _thing.SeenBy(_wait);
                    _world.Expect(seen == 0 || seen > _seen, "something was seen twice or out of order");
                    _seen = seen;
                }

                return Pending;
            }

            public override void Cancel()
            {
                _wait.Cancel();
            }

            public override void Detach()
            {
                _wait.Detach();
            }

            internal bool SleepsOn(long shown)
            {
                return _thing.SleepsOn(_wait, _seen, shown);
            }
        }

        // Does something in each round, and ends all once everything is quiet.
        private sealed class Walks : Future
        {
            private readonly ListenWalk _scenario;
            private readonly World _world;
            private readonly Quiet _quiet;
            private readonly Moves _moves = new Moves();
            private int _round;

            internal Walks(ListenWalk scenario, World world, Quiet quiet)
            {
                _scenario = scenario;
                _world = world;
                _quiet = quiet;
            }

            public override Poll Poll(Waker waker)
            {
                if (_round < Rounds)
                {
                    _round++;
                    Act(waker.Executor, _world.Choose("act", 1 + (2 * _scenario._tasks.Length)));
                    waker.Wake();
                    return Pending;
                }

                if (_quiet.Poll(waker) == Pending)
                {
                    return Pending;
                }

                for (int index = 0; index < _scenario._tasks.Length; index++)
                {
                    waker.Executor.Abort(_scenario._tasks[index].Handle);
                }

                return Ready;
            }

            private void Act(Executor executor, int act)
            {
                if (act > 0)
                {
                    Looks task = _scenario._tasks[(act - 1) >> 1];
                    task.Handle = _moves.Strike(executor, task, task.Handle, ((act - 1) & 1) == 1);
                }
            }
        }
    }
}
