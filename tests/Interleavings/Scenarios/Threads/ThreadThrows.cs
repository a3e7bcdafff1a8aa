using System;

namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>What a watched thread throws ends it, and nothing else.</summary>
    public sealed class ThreadThrows : MachineScenario
    {
        private static readonly Exception _failure = new InvalidOperationException("as asked");

        private WatchedThread _thread;
        private Takes _task;

        /// <inheritdoc/>
        public override string About => "a task waits for a thread that throws";

        /// <inheritdoc/>
        public override string Proves => "idea 6: a thread that throws has exited, and says why";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Taken == 1, "the task has gone on");
            world.Expect(_thread.Exception == _failure, "the exception was kept");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _thread = world.Name(new WatchedThread(() => throw _failure), "thread");
            _task = world.Name(new Takes(_thread.NewWait(), 1), "task");
            Executor.Spawn(_task);
        }

        /// <inheritdoc/>
        protected override void Run()
        {
            _thread.Start();
            Executor.Run();
        }
    }
}
