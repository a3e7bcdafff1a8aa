using System;

namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A task waits for a thread to run and another for it to end.</summary>
    public sealed class ThreadExits : MachineScenario
    {
        private WatchedThread _thread;
        private Item _left;
        private Takes _running;
        private Takes _exited;

        /// <inheritdoc/>
        public override string About => "tasks wait for the states of a thread";

        /// <inheritdoc/>
        public override string Proves => "the exited state is final and wakes those who wait for it";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_running.Taken == 1 && _exited.Taken == 1, "each has seen its state");
            world.Expect(_thread.State == WatchedState.Exited, "the thread has ended");
            world.Expect(_left.Received == 1, "what it left behind is there");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _left = world.Name(new Item(), "left");
            _thread = world.Name(new WatchedThread(() => _left.Received = 1), "thread");
            _running = world.Name(new Takes(_thread.NewWait(WatchedState.Running), 1), "running");
            _exited = world.Name(new Takes(_thread.NewWait(), 1), "exited");
            Executor.Spawn(_exited);
            Executor.Spawn(_running);
        }

        /// <inheritdoc/>
        protected override void Run()
        {
            _thread.Start();
            Executor.Run();
        }
    }

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
