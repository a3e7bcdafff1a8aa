using System;

namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// Tasks wait in a line for what a thread gives, while another task aborts them, moves them to other slots, lets
    /// them wait again and takes what is there, in every order.
    /// </summary>
    [Case(GivenKind.Semaphore, 3, 2, 1)]
    [Case(GivenKind.Channel, 2, 3, 1)]
    [Case(GivenKind.LongChannel, 2, 2, 2)]
    [Case(GivenKind.Signal, 2, 2, 2)]
    [Case(GivenKind.LongSignal, 2, 2, 2)]
    public sealed class LineWalk : MachineScenario
    {
        private readonly GivenKind _kind;
        private readonly int _rounds;
        private readonly int _gives;
        private readonly Stands[] _waiters;

        // Who waits, first come first.
        private readonly int[] _line;
        private int _inLine;
        private int _taken;
        private int _given;
        private Given _thing;

        /// <summary>A walk.</summary>
        /// <param name="kind">What they wait for.</param>
        /// <param name="waiters">How many wait.</param>
        /// <param name="rounds">How often the other task does something.</param>
        /// <param name="gives">How often the thread gives.</param>
        internal LineWalk(GivenKind kind, int waiters, int rounds, int gives)
        {
            _kind = kind;
            _rounds = rounds;
            _gives = gives;
            _waiters = new Stands[waiters];
            _line = new int[waiters];
        }

        /// <inheritdoc/>
        public override string About => "a line, of which tasks are aborted and moved while a thread gives";

        /// <inheritdoc/>
        public override string Proves => "who waits in line is served in order, and nothing given is lost";

        /// <inheritdoc/>
        public override int MaxPreemptions => 1;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_inLine == 0 && _thing.Waiting == 0, "nobody is left in line");
            world.Expect(
                _taken + _thing.Left + _thing.Lost == _given + _gives,
                "what was given was taken, lost for a reason or is still there");
        }

        /// <inheritdoc/>
        protected override int Capacity => _waiters.Length + 2;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _thing = world.Name(Given.New(_kind), "thing");
            Quiet quiet = new Quiet(this, world, () => LookWhenQuiet(world));
            for (int index = 0; index < _waiters.Length; index++)
            {
                _waiters[index] = world.Name(new Stands(this, world, index), "waiter" + index);
                _waiters[index].Handle = Executor.Spawn(_waiters[index]);
            }

            Executor.Spawn(world.Name(new Walks(this, world, quiet), "walker"));
            world.Callback("giver", () =>
            {
                for (int give = 0; give < _gives; give++)
                {
                    _thing.Give();
                }

                quiet.Ended();
            });
        }

        private void LookWhenQuiet(World world)
        {
            world.Expect(_thing.Waiting == _inLine, "the line is who waits");
            world.Expect(_inLine == 0 || _thing.Left == 0, "something is there and the first in line sleeps on");
        }

        // A place in the line, and what it has to be.
        private sealed class Stands : Future
        {
            private readonly LineWalk _scenario;
            private readonly World _world;
            private readonly QueuedFuture _wait;
            private readonly int _index;
            private bool _stands;

            internal Stands(LineWalk scenario, World world, int index)
            {
                _scenario = scenario;
                _world = world;
                _wait = scenario._thing.NewWait();
                _index = index;
            }

            internal long Handle { get; set; }

            public override Poll Poll(Waker waker)
            {
                if (_wait.Poll(waker) == Pending)
                {
                    if (!_stands)
                    {
                        _stands = true;
                        _scenario._line[_scenario._inLine++] = _index;
                    }

                    return Pending;
                }

                int first = _scenario._inLine == 0 ? _index : _scenario._line[0];
                _world.Expect(first == _index, "one was served before another that had come earlier");
                _world.Expect(_stands || _scenario._inLine == 0, "one was served at once although others wait");
                _scenario._taken++;
                Leave();
                return Ready;
            }

            public override void Cancel()
            {
                _wait.Cancel();
                Leave();
            }

            public override void Detach()
            {
                _wait.Detach();
            }

            private void Leave()
            {
                if (!_stands)
                {
                    return;
                }

                _stands = false;
                int[] line = _scenario._line;
                int left = 0;
                for (int place = 0; place < _scenario._inLine; place++)
                {
                    if (line[place] != _index)
                    {
                        line[left++] = line[place];
                    }
                }

                _scenario._inLine = left;
            }
        }

        // Does something in each round, waits until all is quiet, and serves who is left.
        private sealed class Walks : Future
        {
            private readonly LineWalk _scenario;
            private readonly World _world;
            private readonly Quiet _quiet;
            private readonly Moves _moves = new Moves();
            private int _round;

            internal Walks(LineWalk scenario, World world, Quiet quiet)
            {
                _scenario = scenario;
                _world = world;
                _quiet = quiet;
            }

            public override Poll Poll(Waker waker)
            {
                if (_round < _scenario._rounds)
                {
                    _round++;
                    Act(_world.Choose("act", 2 + (2 * _scenario._waiters.Length)));
                    waker.Wake();
                    return Pending;
                }

                // Gives to one after another, each time when all is quiet.
                while (_quiet.Poll(waker) == Ready)
                {
                    if (_scenario._inLine == 0)
                    {
                        return Ready;
                    }

                    _scenario._given++;
                    _scenario._thing.Give();
                }

                return Pending;
            }

            private void Act(int act)
            {
                if (act == 1)
                {
                    bool isMine = _scenario._inLine == 0;
                    bool took = _scenario._thing.TryTake();
                    _world.Expect(isMine || !took, "something was taken past those that wait in line");
                    _scenario._taken += took ? 1 : 0;
                }
                else if (act > 1)
                {
                    Stands waiter = _scenario._waiters[(act - 2) >> 1];
                    waiter.Handle = _moves.Strike(
                        _scenario.Executor, waiter, waiter.Handle, ((act - 2) & 1) == 1);
                }
            }
        }
    }

    /// <summary>What befalls a task: it is aborted, moved to another slot, or spawned again once it has ended.</summary>
    internal sealed class Moves
    {
        private readonly ReadyFuture _filler = new ReadyFuture();
        private long _fillerHandle;

        /// <summary>Aborts or moves a task, or spawns it again.</summary>
        /// <returns>Its handle from now on.</returns>
        internal long Strike(Executor executor, Future task, long handle, bool moves)
        {
            if (!executor.IsAlive(handle))
            {
                return executor.Spawn(task);
            }

            if (!moves)
            {
                executor.Abort(handle);
                return handle;
            }

            executor.Detach(handle);
            if (!executor.IsAlive(_fillerHandle))
            {
                // In the slot that it leaves, so that it gets another one.
                _fillerHandle = executor.Spawn(_filler);
            }

            return executor.Spawn(task);
        }
    }

    /// <summary>
    /// Ready each time the executor has parked for good: a thread has ended what it does, and no unpark is under way. A
    /// look is taken in that park.
    /// </summary>
    internal sealed class Quiet : Future
    {
        private readonly MachineScenario _scenario;
        private readonly Action _look;
        private readonly Register _ended;
        private readonly Reactor _reactor = new Reactor(1);
        private readonly SourceWait _wait;
        private bool _isQuiet;

        internal Quiet(MachineScenario scenario, World world, Action look)
        {
            _scenario = scenario;
            _look = look;
            _ended = world.Register("ended");
            _wait = _reactor.Register(0);
            world.Name(_reactor, "quiet");
            scenario.Parker.OnPark = AtPark;
        }

        public override Poll Poll(Waker waker)
        {
            while (_wait.Poll(waker) == Ready)
            {
                if (_isQuiet)
                {
                    _isQuiet = false;
                    _scenario.Parker.OnPark = AtPark;
                    return Ready;
                }
            }

            return Pending;
        }

        /// <summary>The thread has ended what it does. That thread.</summary>
        internal void Ended()
        {
            _ended.Value = 1;
            _reactor.Raise(0);
        }

        private void AtPark()
        {
            // In this order: what the thread did last has unparked by then.
            if (_ended.Value == 0 || _scenario.Parker.IsUnparked)
            {
                _scenario.Parker.OnPark = AtPark;
                return;
            }

            _look();
            _isQuiet = true;
            _reactor.Raise(0);
        }
    }
}
