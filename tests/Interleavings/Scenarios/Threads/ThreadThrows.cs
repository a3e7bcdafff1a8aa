using System;

namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>What a watched thread throws ends it, and nothing else.</summary>
    public sealed class ThreadThrows : MachineScenario
    {
        private static readonly Exception _failure = new InvalidOperationException("as asked");

        private WatchedThread _thread;
        private Watches _task;

        /// <inheritdoc/>
        public override string About => "a task waits for a thread that throws";

        /// <inheritdoc/>
        public override string Proves => "a thread that throws has exited, and says why";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Seen == _failure, "the task has gone on and knows why the thread ended");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _thread = world.Name(new WatchedThread(() => throw _failure), "thread");
            _task = world.Name(new Watches(_thread.NewWait()), "task");
            Executor.Spawn(_task);
        }

        /// <inheritdoc/>
        protected override void Run()
        {
            _thread.Start();
            Executor.Run();
        }

        private sealed class Watches : Future
        {
            private readonly WaitForThread _wait;

            internal Watches(WaitForThread wait)
            {
                _wait = wait;
            }

            internal Exception Seen { get; private set; }

            public override Poll Poll(Waker waker)
            {
                if (_wait.Poll(waker) == Pending)
                {
                    return Pending;
                }

                Seen = _wait.Exception;
                return Ready;
            }
        }
    }
}
