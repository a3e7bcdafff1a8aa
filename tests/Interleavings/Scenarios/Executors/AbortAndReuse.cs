namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// A task is aborted and its slot given to another, while the wake for the first one is under way.
    /// </summary>
    public sealed class AbortAndReuse : MachineScenario
    {
        private Reactor _reactor;
        private Takes _replaced;
        private Takes _replacing;
        private Register _replacement;
        private long _handle;

        /// <inheritdoc/>
        public override string About => "a wake for an aborted task comes when its slot belongs to another";

        /// <inheritdoc/>
        public override string Proves => "a late wake is a spurious poll at worst";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_replacing.Taken == 1, "the new task has its own event, once, and not that of the old one");
            world.Expect(_replaced.Taken <= 1, "the old one had its event at most once");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(2), "reactor");
            _replaced = world.Name(new Takes(_reactor.Register(0), 1), "replaced");
            _replacing = world.Name(new Takes(_reactor.Register(1), 1), "replacing");
            _replacement = world.Register("replacement");
            _handle = Executor.Spawn(_replaced);
            Executor.Spawn(world.Name(new Replaces(this), "aborter"));
            world.Callback("late", () => _reactor.Raise(0));
            world.Interrupt("irq", () => _reactor.Raise(1)).When(() => _replacement.Peek == 1);
        }

        private sealed class Replaces : Future
        {
            private readonly AbortAndReuse _scenario;

            internal Replaces(AbortAndReuse scenario)
            {
                _scenario = scenario;
            }

            public override Poll Poll(Waker waker)
            {
                waker.Executor.Abort(_scenario._handle);
                waker.Executor.Spawn(_scenario._replacing);
                _scenario._replacement.Value = 1;
                return Ready;
            }
        }
    }
}
