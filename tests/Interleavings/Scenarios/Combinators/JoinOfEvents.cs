namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A join waits for events that come at once, and after that for as many again.</summary>
    [Case(2, 1)]
    [Case(2, 2)]
    [Case(3, 1)]
    public sealed class JoinOfEvents(int children, int rounds) : MachineScenario
    {
        private Reactor _reactor;
        private Takes _task;

        /// <inheritdoc/>
        public override string About => "events come at once into a join";

        /// <inheritdoc/>
        public override string Proves => "a flag of a child tells whoever polled the join last";

        /// <inheritdoc/>
        public override int MaxPreemptions => children + rounds == 3 ? 3 : 1;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Taken == rounds, "the join is complete in each round");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            Register taken = world.Register("taken");
            _reactor = world.Name(new Reactor(children), "reactor");
            Future[] events = new Future[children];
            for (int child = 0; child < children; child++)
            {
                events[child] = _reactor.Register(child);
            }

            _task = world.Name(new Takes(new Counting(new Join(events), taken), rounds), "task");
            Executor.Spawn(_task);
            for (int child = 0; child < children; child++)
            {
                int source = child;
                if (rounds == 1)
                {
                    world.Callback("irq" + child, () => _reactor.Raise(source));
                }
                else
                {
                    world.Thread("irq" + child, () => RaiseEach(source, taken));
                }
            }
        }

        private void RaiseEach(int source, Register taken)
        {
            for (int round = 0; round < rounds; round++)
            {
                taken.WaitFor(round);
                _reactor.Raise(source);
            }
        }
    }
}
