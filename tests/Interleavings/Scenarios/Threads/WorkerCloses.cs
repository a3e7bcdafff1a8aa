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
}
