namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A task releases a source whose interrupt comes late.</summary>
    public sealed class ReleaseOrEvent : MachineScenario
    {
        private Reactor _reactor;

        /// <inheritdoc/>
        public override string About => "a task releases a source in the moment in which an interrupt raises it";

        /// <inheritdoc/>
        public override string Proves => "a late interrupt does no harm";

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(1), "reactor");
            SourceWait wait = world.Name(_reactor.RegisterOnce(0), "wait");
            Executor.Spawn(world.Name(new Releases(_reactor, wait), "task"));
            world.Callback("irq", () =>
            {
                _reactor.TryRaise(0);
                _reactor.StateOf(0);
            });
        }

        private sealed class Releases : Future
        {
            private readonly Reactor _reactor;
            private readonly SourceWait _wait;

            internal Releases(Reactor reactor, SourceWait wait)
            {
                _reactor = reactor;
                _wait = wait;
            }

            public override Poll Poll(Waker waker)
            {
                _wait.Poll(waker);
                _wait.Cancel();
                _reactor.Release(0);
                return Ready;
            }
        }
    }
}
