using System;

namespace NanoExecutor.Interleavings.Scenarios
{
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
