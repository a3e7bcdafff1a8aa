namespace NanoExecutor.Interleavings.Scenarios
{
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
}
