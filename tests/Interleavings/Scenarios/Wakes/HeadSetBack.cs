namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// A callback is stopped in the middle of a wake, with the place for its hint in hand, while a task that wakes
    /// itself goes round the ring. Then the callback sets the head back.
    /// </summary>
    public sealed class HeadSetBack : MachineScenario
    {
        private const int Rounds = 3;

        private Reactor _reactor;
        private Takes _slow;
        private Takes _busy;
        private Takes _patient;

        /// <inheritdoc/>
        public override string About =>
            "a callback stopped in the middle of a wake sets the head of the hints far back";

        /// <inheritdoc/>
        public override string Proves => "the ring of hints recovers from any value";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_slow.Taken == 1, "the callback's event is delivered once");
            world.Expect(_busy.Taken == Rounds, "the busy task goes on");
            world.Expect(_patient.Taken == 1, "so does the one whose event comes when all others have ended");
        }

        /// <inheritdoc/>
        protected override int Capacity => 3;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(2), "reactor");
            _slow = world.Name(new Takes(_reactor.Register(0), 1), "slow");
            _busy = world.Name(new Takes(new Yield(), Rounds), "busy");
            Executor.Spawn(_slow);
            _patient = world.Name(new Takes(_reactor.Register(1), 1), "patient");
            Executor.Spawn(_busy);
            Executor.Spawn(_patient);
            world.Callback("callback", () => _reactor.Raise(0));

            // Comes only to an executor that sleeps after all that: one that chases the head for ever does not.
            Parker.OnPark = RaiseAtTheEnd;
        }

        private void RaiseAtTheEnd()
        {
            if (_slow.Taken == 1)
            {
                _reactor.Raise(1);
            }
            else
            {
                Parker.OnPark = RaiseAtTheEnd;
            }
        }
    }
}
