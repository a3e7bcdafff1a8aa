using System;

namespace NanoExecutor.Interleavings.Scenarios
{
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
