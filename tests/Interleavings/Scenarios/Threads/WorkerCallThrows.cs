using System;

namespace NanoExecutor.Interleavings.Scenarios
{
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
}
