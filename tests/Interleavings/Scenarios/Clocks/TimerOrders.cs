namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// Several delays with deadlines in any order, some of them equal, of which one may be cancelled: all shapes of the
    /// timer queue. The clock moves on to each time that the alarm is armed for.
    /// </summary>
    [Case(4, 4)]
    [Case(6, 3)]
    [Case(8, 2)]
    public sealed class TimersInAnyOrder(int timers, int deadlines) : MachineScenario
    {
        private readonly Waits[] _tasks = new Waits[timers];
        private long _latest;
        private int _ended;

        /// <inheritdoc/>
        public override string About => "delays with deadlines in any order, one of which may be cancelled";

        /// <inheritdoc/>
        public override string Proves => "no deadline is early, forgotten or taken out for another";

        /// <inheritdoc/>
        public override int MaxPreemptions => 0;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_ended == timers, "all have ended");
            world.Expect(Executor.Timers.Count == 0, "no timer is left");
        }

        private int Deadlines => deadlines;

        /// <inheritdoc/>
        protected override int Capacity => timers + 1;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            Register begun = world.Register("begun");
            for (int task = 0; task < timers; task++)
            {
                _tasks[task] = world.Name(new Waits(this, world), "task" + task);
                _tasks[task].Handle = Executor.Spawn(_tasks[task]);
            }

            Executor.Spawn(world.Name(new Cancels(this, world, begun), "canceller"));
            Clock.Follows(world, Parker, begun);
        }

        private sealed class Waits : Future
        {
            private readonly TimersInAnyOrder _scenario;
            private readonly World _world;
            private readonly Delay _delay = new Delay();
            private long _deadline;

            internal Waits(TimersInAnyOrder scenario, World world)
            {
                _scenario = scenario;
                _world = world;
            }

            internal long Handle { get; set; }

            public override Poll Poll(Waker waker)
            {
                if (_deadline == 0)
                {
                    _deadline = 10 * (1 + _world.Choose("deadline", _scenario.Deadlines));
                    _delay.Until(_deadline);
                }

                if (_delay.Poll(waker) == Pending)
                {
                    return Pending;
                }

                long deadline = _deadline;
                long now = _scenario.Clock.Peek;
                _world.Expect(now == deadline, "a delay until " + deadline + " was ready at " + now);
                _world.Expect(now >= _scenario._latest, "one was ready before another with an earlier deadline");
                _scenario._latest = now;
                _scenario._ended++;
                return Ready;
            }

            public override void Cancel()
            {
                _scenario._ended++;
                _delay.Cancel();
            }
        }

        private sealed class Cancels : Future
        {
            private readonly TimersInAnyOrder _scenario;
            private readonly World _world;
            private readonly Register _begun;

            internal Cancels(TimersInAnyOrder scenario, World world, Register begun)
            {
                _scenario = scenario;
                _world = world;
                _begun = begun;
            }

            public override Poll Poll(Waker waker)
            {
                int victim = _world.Choose("cancelled", _scenario._tasks.Length + 1);
                if (victim > 0)
                {
                    waker.Executor.Abort(_scenario._tasks[victim - 1].Handle);
                }

                _begun.Value = 1;
                return Ready;
            }
        }
    }

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
