using System;

namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A task that waits for a worker's call is aborted while the call is being made.</summary>
    public sealed class WorkerCallAborted : MachineScenario
    {
        private Worker _worker;
        private Reactor _reactor;
        private int _made;

        /// <inheritdoc/>
        public override string About => "a task is aborted while a worker makes its call";

        /// <inheritdoc/>
        public override string Proves => "a cancelled call disturbs nobody";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_made <= 1, "the call was made once at the most");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _worker = world.Name(new Worker(1), "worker");
            _reactor = world.Name(new Reactor(1), "reactor");
            long call = Executor.Spawn(world.Name(new Takes(_worker.NewCall(Make).With(null), 1), "task"));
            Executor.Spawn(world.Name(new AbortsAndCloses(this, call), "aborter"));
        }

        private object Make(object argument)
        {
            _made++;
            _reactor.Raise(0);
            return argument;
        }

        private sealed class AbortsAndCloses : Future
        {
            private readonly WorkerCallAborted _scenario;
            private readonly SourceWait _sign;
            private readonly long _victim;

            internal AbortsAndCloses(WorkerCallAborted scenario, long victim)
            {
                _scenario = scenario;
                _sign = scenario._reactor.Register(0);
                _victim = victim;
            }

            public override Poll Poll(Waker waker)
            {
                if (_sign.Poll(waker) == Pending)
                {
                    return Pending;
                }

                waker.Executor.Abort(_victim);
                _scenario._worker.Close();
                return Ready;
            }
        }
    }

    /// <summary>
    /// A task that waits for a worker's call is woken by something else while the call is being made.
    /// </summary>
    public sealed class WorkerCallStray : MachineScenario
    {
        private Worker _worker;
        private Calls _task;

        /// <inheritdoc/>
        public override string About => "something else wakes the task while a worker makes its call";

        /// <inheritdoc/>
        public override string Proves => "a spurious poll takes no call for over that is not";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Result == _worker, "the task has the result of the call");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _worker = world.Name(new Worker(1), "worker");
            _task = world.Name(new Calls(_worker), "task");
            Executor.Spawn(_task);
        }

        private sealed class Calls : Future
        {
            private readonly Worker _worker;
            private readonly WorkerCall _call;
            private Waker _waker;

            internal Calls(Worker worker)
            {
                _worker = worker;
                _call = worker.NewCall(Make).With(worker);
            }

            internal object Result { get; private set; }

            public override Poll Poll(Waker waker)
            {
                _waker = waker;
                if (_call.Poll(waker) == Pending)
                {
                    return Pending;
                }

                Result = _call.Result;
                _worker.Close();
                return Ready;
            }

            private object Make(object argument)
            {
                _waker.Wake();
                return argument;
            }
        }
    }

    /// <summary>A worker's call throws; the worker goes on with the next.</summary>
    public sealed class WorkerCallThrows : MachineScenario
    {
        private static readonly Exception _failure = new InvalidOperationException("as asked");

        private Worker _worker;
        private Calls _task;

        /// <inheritdoc/>
        public override string About => "a worker's call throws and the worker goes on with the next";

        /// <inheritdoc/>
        public override string Proves =>
            "a call that throws is over like any other: its task is woken and may ask again";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Thrown == 1, "one call threw");
            world.Expect(_task.Returned == 1, "and the next one returned");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _worker = world.Name(new Worker(1), "worker");
            _task = world.Name(new Calls(_worker, _worker.NewCall(Make)), "task");
            Executor.Spawn(_task);
        }

        private static object Make(object argument)
        {
            return argument ?? throw _failure;
        }

        // Makes a call that throws and then one that returns.
        private sealed class Calls : Future
        {
            private readonly Worker _worker;
            private readonly WorkerCall _call;

            internal Calls(Worker worker, WorkerCall call)
            {
                _worker = worker;
                _call = call;
            }

            internal int Returned { get; private set; }

            internal int Thrown { get; private set; }

            public override Poll Poll(Waker waker)
            {
                while (Returned == 0)
                {
                    if (_call.Poll(waker) == Pending)
                    {
                        return Pending;
                    }

                    if (_call.Exception != null)
                    {
                        Thrown++;
                        _call.With(_call);
                    }
                    else
                    {
                        Returned++;
                    }
                }

                _worker.Close();
                return Ready;
            }
        }
    }

    /// <summary>
    /// A call is cancelled at any moment while a worker makes it, and awaited again with another argument. The first
    /// call may throw.
    /// </summary>
    [Case(false)]
    [Case(true)]
    public sealed class WorkerCallAgain(bool throws) : MachineScenario
    {
        private static readonly Exception _failure = new InvalidOperationException("as asked");

        private readonly object _first = 1;
        private readonly object _second = 2;
        private Worker _worker;
        private Calls _task;

        /// <inheritdoc/>
        public override string About => "a call is cancelled while a worker makes it, and made again";

        /// <inheritdoc/>
        public override string Proves => "what a call came to is its own, and not that of one before";

        /// <inheritdoc/>
        public override int MaxPreemptions => 2;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Result == _second && _task.Exception == null, "the second call returned");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _worker = world.Name(new Worker(1), "worker");
            _task = world.Name(new Calls(this, world), "task");
            Executor.Spawn(_task);
        }

        private object Make(object argument)
        {
            return throws && argument == _first ? throw _failure : argument;
        }

        private sealed class Calls : Future
        {
            private const int Rounds = 2;

            private readonly WorkerCallAgain _scenario;
            private readonly World _world;
            private readonly WorkerCall _call;
            private int _round;
            private bool _again;

            internal Calls(WorkerCallAgain scenario, World world)
            {
                _scenario = scenario;
                _world = world;
                _call = scenario._worker.NewCall(scenario.Make).With(scenario._first);
            }

            internal object Result => _call.Result;

            internal Exception Exception => _call.Exception;

            public override Poll Poll(Waker waker)
            {
                while (_call.Poll(waker) == Ready)
                {
                    if (_again)
                    {
                        _scenario._worker.Close();
                        return Ready;
                    }

                    bool failed = _call.Exception != null;
                    _world.Expect(failed == _scenario.Throws(), "the first call came to what it should");
                    _world.Expect(_call.Result == (failed ? null : _scenario._first), "and has that result");
                    Again();
                }

                if (!_again && _round < Rounds)
                {
                    // At the first poll, some time after it, or never.
                    _round++;
                    if (_world.Choose("cancel", 2) == 1)
                    {
                        _call.Cancel();
                        Again();
                    }

                    waker.Wake();
                }

                return Pending;
            }

            private void Again()
            {
                _again = true;
                _call.With(_scenario._second);
            }
        }

        private bool Throws()
        {
            return throws;
        }
    }
}
