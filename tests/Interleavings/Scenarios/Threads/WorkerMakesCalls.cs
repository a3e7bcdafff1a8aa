namespace NanoExecutor.Interleavings.Scenarios
{
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
}
