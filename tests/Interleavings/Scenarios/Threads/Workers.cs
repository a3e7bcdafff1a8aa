using System;

namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A worker is closed by another thread while a task asks it for a call.</summary>
    public sealed class WorkerCloses : MachineScenario
    {
        private Worker _worker;
        private Asks _task;
        private int _made;

        /// <inheritdoc/>
        public override string About => "a worker is closed while a task asks it for a call";

        /// <inheritdoc/>
        public override string Proves => "a call that was taken on is made, and another is refused";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.IsRefused ? _made == 0 : _task.Result == _worker && _made == 1, "it was made or refused");
            world.Expect(_worker.Thread.State == WatchedState.Exited, "the thread has ended");
        }

        /// <inheritdoc/>
        public override int MaxPreemptions => 2;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _worker = world.Name(new Worker(1), "worker");
            _task = world.Name(new Asks(_worker.NewCall(Make).With(_worker)), "task");
            Executor.Spawn(_task);
            world.Thread("closer", () => _worker.Close());
        }

        private object Make(object argument)
        {
            _made++;
            return argument;
        }

        private sealed class Asks : Future
        {
            private readonly WorkerCall _call;

            internal Asks(WorkerCall call)
            {
                _call = call;
            }

            internal bool IsRefused { get; private set; }

            internal object Result => _call.Result;

            public override Poll Poll(Waker waker)
            {
                try
                {
                    return _call.Poll(waker);
                }
                catch (ObjectDisposedException)
                {
                    IsRefused = true;
                    return Ready;
                }
            }
        }
    }

    /// <summary>A worker makes a blocking call for a task, which then closes it.</summary>
    public sealed class WorkerMakesCalls : MachineScenario
    {
        private Worker _worker;
        private Calls _task;
        private int _made;

        /// <inheritdoc/>
        public override string About => "a worker thread makes a blocking call for a task";

        /// <inheritdoc/>
        public override string Proves => "a call is made once, and its result is there with the wake";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_made == 2, "the call was made twice");
            world.Expect(_task.Sum == 3, "its results are those of the arguments");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _worker = world.Name(new Worker(1), "worker");
            _task = world.Name(new Calls(_worker, _worker.NewCall(Make)), "task");
            Executor.Spawn(_task);
        }

        private object Make(object argument)
        {
            _made++;
            return argument;
        }

        private sealed class Calls : Future
        {
            private readonly Worker _worker;
            private readonly WorkerCall _call;
            private readonly object _one = 1;
            private readonly object _two = 2;
            private int _round;

            internal Calls(Worker worker, WorkerCall call)
            {
                _worker = worker;
                _call = call.With(_one);
            }

            internal int Sum { get; private set; }

            public override Poll Poll(Waker waker)
            {
                for (; _round < 2; _round++)
                {
                    if (_call.Poll(waker) == Pending)
                    {
                        return Pending;
                    }

                    Sum += (int)_call.Result;
                    _call.With(_two);
                }

                _worker.Close();
                return Ready;
            }
        }
    }

    /// <summary>Two tasks call through one worker; the call of one throws.</summary>
    public sealed class WorkerTwoCallers : MachineScenario
    {
        private static readonly Exception _failure = new InvalidOperationException("as asked");

        private Worker _worker;
        private Calls _failing;
        private Calls _other;
        private Register _ended;

        /// <inheritdoc/>
        public override string About => "two tasks call through one worker, and one of the calls throws";

        /// <inheritdoc/>
        public override string Proves => "each task is woken for its own call, whatever came of the other";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_failing.Ended == 1 && _failing.Thrown == 1, "the call of the first task threw");
            world.Expect(_other.Ended == 1 && _other.Thrown == 0, "the call of the second task returned");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _ended = world.Register("ended");
            _worker = world.Name(new Worker(2), "worker");
            _failing = world.Name(new Calls(this, _worker.NewCall(Make), true), "failing");
            _other = world.Name(new Calls(this, _worker.NewCall(Make), false), "other");
            Executor.Spawn(_failing);
            Executor.Spawn(_other);
        }

        private static object Make(object argument)
        {
            if (argument == null)
            {
                throw _failure;
            }

            return argument;
        }

        // Makes one call. The last to end closes the worker.
        private sealed class Calls : Future
        {
            private readonly WorkerTwoCallers _scenario;
            private readonly WorkerCall _call;

            internal Calls(WorkerTwoCallers scenario, WorkerCall call, bool throws)
            {
                _scenario = scenario;
                _call = call.With(throws ? null : call);
            }

            internal int Ended { get; private set; }

            internal int Thrown { get; private set; }

            public override Poll Poll(Waker waker)
            {
                if (_call.Poll(waker) == Pending)
                {
                    return Pending;
                }

                Ended++;
                Thrown += _call.Exception == null ? 0 : 1;
                if (++_scenario._ended.Value == 2)
                {
                    _scenario._worker.Close();
                }

                return Ready;
            }
        }
    }
}
