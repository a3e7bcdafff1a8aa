namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A contact bounces: the source of one event is raised twice while its task takes the event.</summary>
    public sealed class RaisedTwice : MachineScenario
    {
        private SourceWait _wait;
        private TakesTwice _task;

        /// <inheritdoc/>
        public override string About => "the source of one event is raised twice";

        /// <inheritdoc/>
        public override string Proves => "one event is delivered of a source that has one";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Taken == 1, "it was taken once");
            world.Expect(_task.Refused, "and whoever awaits it again is told that it is over");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            Register raised = world.Register("raised");
            Reactor reactor = world.Name(new Reactor(1), "reactor");
            _wait = reactor.RegisterOnce(0);
            _task = world.Name(new TakesTwice(_wait, raised), "task");
            Executor.Spawn(_task);
            world.Thread("irq", () =>
            {
                reactor.TryRaise(0);
                reactor.TryRaise(0);
                raised.Value = 1;
            });
        }

        private sealed class TakesTwice : Future
        {
            private readonly SourceWait _wait;
            private readonly Register _raised;

            internal TakesTwice(SourceWait wait, Register raised)
            {
                _wait = wait;
                _raised = raised;
            }

            internal int Taken { get; private set; }

            internal bool Refused { get; private set; }

            public override Poll Poll(Waker waker)
            {
                if (_wait.Poll(waker) == Pending)
                {
                    return Pending;
                }

                Taken++;
                _raised.WaitFor(1);
                try
                {
                    Taken += _wait.Poll(waker) == Ready ? 1 : 0;
                }
                catch (System.InvalidOperationException)
                {
                    Refused = true;
                }

                return Ready;
            }
        }
    }
}
