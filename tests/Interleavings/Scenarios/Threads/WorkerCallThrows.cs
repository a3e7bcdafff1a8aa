using System;

namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A worker's call throws; the worker goes on with the next, for the same task and for another.</summary>
    public sealed class WorkerCallThrows : MachineScenario
    {
        private static readonly Exception _failure = new InvalidOperationException("as asked");

        private Worker _worker;
        private Calls _failing;
        private Calls _other;
        private Register _ended;

        /// <inheritdoc/>
        public override string About => "a worker's call throws and the worker goes on with the next";

        /// <inheritdoc/>
        public override string Proves => "a call that throws is over like any other: its task is woken, those behind it are made";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_failing.Thrown == 1 && _failing.Returned == 1, "one call of the first task threw, one returned");
            world.Expect(_other.Thrown == 0 && _other.Returned == 1, "the call of the second task returned");
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

        // Makes a call that throws, if it is to, and one that returns. The last to end closes the worker.
        private sealed class Calls : Future
        {
            private readonly WorkerCallThrows _scenario;
            private readonly WorkerCall _call;

            internal Calls(WorkerCallThrows scenario, WorkerCall call, bool throws)
            {
                _scenario = scenario;
                _call = call.With(throws ? null : call);
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

                if (++_scenario._ended.Value == 2)
                {
                    _scenario._worker.Close();
                }

                return Ready;
            }
        }
    }
}
