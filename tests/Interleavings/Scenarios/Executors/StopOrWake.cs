namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A stop and a wake come at once; the task has to be there for the next run.</summary>
    public sealed class StopOrWake : MachineScenario
    {
        private Reactor _reactor;
        private Takes _task;

        /// <inheritdoc/>
        public override string About => "a stop and a wake at once; the next run goes on with the task";

        /// <inheritdoc/>
        public override string Proves => "a stop loses no wake";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Taken == 1, "the event is delivered once");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(1), "reactor");
            _task = world.Name(new Takes(_reactor.Register(0), 1), "task");
            Executor.Spawn(_task);
            world.Callback("stopper", () => Executor.Stop());
            world.Interrupt("irq", () => _reactor.Raise(0));
        }

        /// <inheritdoc/>
        protected override void Run()
        {
            while (_task.Taken == 0)
            {
                Executor.Run();
            }
        }
    }
}
