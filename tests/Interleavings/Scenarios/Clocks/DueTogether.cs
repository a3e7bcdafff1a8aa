namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Several deadlines pass in one moment, while another task wakes itself at each poll.</summary>
    /// <param name="timers">How many.</param>
    [Case(2)]
    [Case(4)]
    public sealed class DueTogether(int timers) : MachineScenario
    {
        private const long Deadline = 10;

        // Long enough for the executor to look at the clock between two batches.
        private const int MaxRounds = 1000;

        private int _ended;
        private int _between;

        /// <inheritdoc/>
        public override string About => "several deadlines pass at once beside a task that wakes itself at each poll";

        /// <inheritdoc/>
        public override string Proves => "deadlines that are due together are fired together, however busy the executor is";

        /// <inheritdoc/>
        public override int MaxPreemptions => 1;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_ended == timers, "every delay has ended");
        }

        /// <inheritdoc/>
        protected override int Capacity => timers + 1;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            Register armed = world.Register("armed");
            Register passed = world.Register("passed");
            for (int timer = 0; timer < timers; timer++)
            {
                Executor.Spawn(world.Name(new Waits(this, world), "timer" + timer));
            }

            Executor.Spawn(world.Name(new Busy(this, world, armed, passed), "busy"));
            world.Thread("tick", () =>
            {
                armed.WaitFor(1);
                Clock.MoveTo(Parker, Deadline);
                passed.Value = 1;
            });
        }

        private sealed class Waits : Future
        {
            private readonly DueTogether _scenario;
            private readonly World _world;
            private readonly Delay _delay = new Delay();

            internal Waits(DueTogether scenario, World world)
            {
                _scenario = scenario;
                _world = world;
                _delay.Until(Deadline);
            }

            public override Poll Poll(Waker waker)
            {
                if (_delay.Poll(waker) == Pending)
                {
                    return Pending;
                }

                // The busy one was awake before them and has one turn among them at the most.
                _world.Expect(_scenario._ended == 0 || _scenario._between <= 1, "the others were fired later");
                _scenario._ended++;
                return Ready;
            }
        }

        private sealed class Busy : Future
        {
            private readonly DueTogether _scenario;
            private readonly World _world;
            private readonly Register _armed;
            private readonly Register _passed;
            private int _rounds;

            internal Busy(DueTogether scenario, World world, Register armed, Register passed)
            {
                _armed = armed;
                _scenario = scenario;
                _world = world;
                _passed = passed;
            }

            public override Poll Poll(Waker waker)
            {
                if (_scenario._ended == _scenario.Timers)
                {
                    return Ready;
                }

                if (_scenario._ended > 0)
                {
                    _scenario._between++;
                }

                if (_rounds == 0)
                {
                    _armed.Value = 1;
                    _passed.WaitFor(1);
                }

                _world.Expect(_rounds++ < MaxRounds, "nobody looks at the clock");
                waker.Wake();
                return Pending;
            }
        }

        private int Timers => timers;
    }
}
