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
}
