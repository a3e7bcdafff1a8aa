namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Two callbacks set a flag each and wake; the task looks at both flags, of an executor that may be watched.</summary>
    [Case(false)]
    [Case(true)]
    public sealed class WakeDuringPoll(bool watched) : MachineScenario
    {
        private Flagged _task;

        /// <inheritdoc/>
        public override string About => "two callbacks set a flag each and wake the task that looks at both";

        /// <inheritdoc/>
        public override string Proves => "a wake that comes while poll runs is not lost";

        /// <inheritdoc/>
        public override int MaxPreemptions => watched ? 2 : int.MaxValue;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Readies == 1, "the task was ready " + _task.Readies + " times");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            if (watched)
            {
                Executor.Tracer = new TraceRing(8);
            }

            _task = world.Name(new Flagged(world, "task", 2), "task");
            Executor.Spawn(_task);
            world.Callback("one", _task.RaiseFirst).When(() => _task.Asked);
            world.Callback("two", _task.RaiseSecond).When(() => _task.Asked);
        }
    }

    /// <summary>One callback wakes, at any moment from the end of the first poll to the park and after.</summary>
    [Case(0)]
    [Case(7)]
    [Case(8)]
    [Case(63)]
    public sealed class WakeBeforePark(int slot) : MachineScenario
    {
        private Flagged _task;

        /// <inheritdoc/>
        public override string About => "one callback wakes between the poll and the park";

        /// <inheritdoc/>
        public override string Proves => "a wake between poll and sleep is not lost";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Readies == 1, "the task was ready " + _task.Readies + " times");
        }

        /// <inheritdoc/>
        protected override int Capacity => slot + 1;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _task = world.Name(new Flagged(world, "task", 1), "task");
            SpawnAt(slot, _task);
            world.Callback("callback", _task.RaiseFirst).When(() => _task.Asked);
        }
    }

    /// <summary>Two tasks so many slots apart that each has a NeedRun of its own.</summary>
    [Case(0, 8)]
    [Case(15, 64)]
    public sealed class TwoGroups(int low, int high) : MachineScenario
    {
        private Reactor _reactor;
        private Takes _first;
        private Takes _last;

        /// <inheritdoc/>
        public override string About => "two events for tasks whose slots are in different groups";

        /// <inheritdoc/>
        public override string Proves => "the NeedRun of one group does not hide that of another";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_first.Taken == 1 && _last.Taken == 1, "each event is delivered once");
        }

        /// <inheritdoc/>
        public override int MaxPreemptions => low == 0 ? 3 : 2;

        /// <inheritdoc/>
        protected override int Capacity => high + 1;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(2), "reactor");
            _first = world.Name(new Takes(_reactor.Register(0), 1), "first");
            _last = world.Name(new Takes(_reactor.Register(1), 1), "last");
            SpawnAt(low, _first);
            SpawnAt(high, _last);
            world.Callback("irq", () =>
            {
                _reactor.Raise(0);
                _reactor.Raise(1);
            });
        }
    }

    /// <summary>
    /// Two callbacks wake two tasks in the same moment, and one overwrites the hint of the other. The slots are beside
    /// each other, at the end of a group and on both sides of its edge.
    /// </summary>
    [Case(0, 1, 2)]
    [Case(6, 7, 8)]
    [Case(6, 7, 9)]
    [Case(7, 8, 9)]
    [Case(15, 16, 65)]
    [Case(62, 63, 64)]
    public sealed class TwoWakers(int low, int high, int capacity) : MachineScenario
    {
        private Reactor _reactor;
        private Takes _first;
        private Takes _second;

        /// <inheritdoc/>
        public override string About => "two callbacks wake two tasks at once and overwrite each other's hint";

        /// <inheritdoc/>
        public override string Proves => "a lost hint is no lost wake, whichever slot the task has";

        /// <inheritdoc/>
        public override int MaxPreemptions => capacity == 2 ? 3 : capacity < 16 ? 2 : 1;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_first.Taken == 1 && _second.Taken == 1, "each event is delivered once");
        }

        /// <inheritdoc/>
        protected override int Capacity => capacity;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(2), "reactor");
            _first = world.Name(new Takes(_reactor.Register(0), 1), "first");
            _second = world.Name(new Takes(_reactor.Register(1), 1), "second");
            SpawnAt(low, _first);
            SpawnAt(high, _second);
            SpawnUpTo(capacity);
            world.Callback("one", () => _reactor.Raise(0));
            world.Callback("two", () => _reactor.Raise(1));
        }
    }
}
