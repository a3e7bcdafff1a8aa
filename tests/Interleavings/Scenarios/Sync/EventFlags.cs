namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Two threads set a flag each; a task waits for both.</summary>
    public sealed class EventFlagsTogether : MachineScenario
    {
        private EventFlags _flags;
        private Takes _both;

        /// <inheritdoc/>
        public override string About => "two threads set a flag each; a task waits for both";

        /// <inheritdoc/>
        public override string Proves => "event flags: of two that complete a set, one sees it complete";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_both.Taken == 1, "the task has gone on");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _flags = world.Name(new EventFlags(false), "flags");
            _both = world.Name(new Takes(_flags.NewWaitAll(3), 1), "both");
            Executor.Spawn(_both);
            world.Callback("one", () => _flags.Set(1));
            world.Callback("two", () => _flags.Set(2));
        }
    }

    /// <summary>A thread clears a flag while another one sets a second flag, which a task waits for.</summary>
    public sealed class EventFlagsCleared : MachineScenario
    {
        private EventFlags _flags;
        private Takes _second;

        /// <inheritdoc/>
        public override string About => "a thread clears a flag while another sets a second one, which a task waits for";

        /// <inheritdoc/>
        public override string Proves => "event flags: clearing some undoes nothing that is set meanwhile";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_second.Taken == 1, "the task has gone on");
            world.Expect(_flags.Value == 2, "the first flag is cleared and the second stays");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _flags = world.Name(new EventFlags(false), "flags");
            _flags.Set(1);
            _second = world.Name(new Takes(_flags.NewWaitAny(2), 1), "second");
            Executor.Spawn(_second);
            world.Callback("clears", () => _flags.Clear(1));
            world.Callback("sets", () => _flags.Set(2));
        }
    }

    /// <summary>
    /// Two tasks wait for the same flag, which clears itself and is set again once it was taken; or each for its own.
    /// </summary>
    [Case(1)]
    [Case(2)]
    public sealed class EventFlagsTurns(int other) : MachineScenario
    {
        private EventFlags _flags;
        private Takes _first;
        private Takes _second;

        /// <inheritdoc/>
        public override string About => "two tasks wait for flags that clear themselves";

        /// <inheritdoc/>
        public override string Proves => "event flags: each flag that was set is taken by one";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_first.Taken == 1 && _second.Taken == 1, "each task had the flag once");
            world.Expect(_flags.Value == 0, "and none is left");
        }

        /// <inheritdoc/>
        public override int MaxPreemptions => 2;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            Register taken = world.Register("taken");
            _flags = world.Name(new EventFlags(true), "flags");
            _first = world.Name(new Takes(new Counting(_flags.NewWaitAny(1), taken), 1), "first");
            _second = world.Name(new Takes(new Counting(_flags.NewWaitAny(other), taken), 1), "second");
            Executor.Spawn(_first);
            Executor.Spawn(_second);
            world.Callback("one", () => _flags.Set(1));
            world.Callback("two", () => _flags.Set(other)).When(() => other != 1 || taken.Peek > 0);
        }
    }

    /// <summary>
    /// The first task waits for two flags at once, the second for one of them or for that and another; a thread sets the
    /// flags one after another or together, and clears one in between. With auto reset each flag lets one go on.
    /// </summary>
    [Case("12", 1, true)]
    [Case("31", 1, true)]
    [Case("1-121", 1, true)]
    [Case("7", 5, true)]
    [Case("31", 1, false)]
    [Case("1-123", 1, false)]
    public sealed class EventFlagsStandBack(string acts, int mask, bool autoReset) : MachineScenario
    {
        private EventFlags _flags;
        private Takes _both;
        private Takes _one;

        /// <inheritdoc/>
        public override string About => "one task wants two flags and another one of them; a thread sets and clears";

        /// <inheritdoc/>
        public override string Proves => "event flags: who waited longer goes first, and nobody who could go on sleeps on";

        /// <inheritdoc/>
        public override int MaxPreemptions => autoReset ? 1 : 2;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_one.Taken == 1 && _both.Taken == 1, "both have gone on, once");
        }

        /// <inheritdoc/>
        protected override int Capacity => 3;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _flags = world.Name(new EventFlags(autoReset), "flags");
            EventFlagsWait both = _flags.NewWaitAll(3);
            EventFlagsWait one = _flags.NewWaitAny(mask);
            _both = world.Name(new Takes(both, 1), "both");
            _one = world.Name(new Takes(one, 1), "one");
            long first = Executor.Spawn(_both);
            long second = Executor.Spawn(_one);
            Quiet quiet = new Quiet(this, world, () =>
            {
                int flags = _flags.Value;
                world.Expect(
                    !Executor.IsAsleep(first) || (flags & 3) != 3, "both flags are set and who wants them sleeps on");
                world.Expect(
                    !Executor.IsAsleep(second) || (flags & mask) == 0, "a flag is set and who wants it sleeps on");
            });
            Executor.Spawn(world.Name(new Serves(quiet, _flags), "serves"));
            world.Callback("thread", () =>
            {
                bool clears = false;
                for (int at = 0; at < acts.Length; at++)
                {
                    if (acts[at] == '-')
                    {
                        clears = true;
                    }
                    else if (clears)
                    {
                        _flags.Clear(acts[at] - '0');
                        clears = false;
                    }
                    else
                    {
                        _flags.Set(acts[at] - '0');
                    }
                }

                quiet.Ended();
            });
        }

        // Sets all flags once everything is quiet, and again, so that everybody goes on.
        private sealed class Serves : Future
        {
            private readonly Quiet _quiet;
            private readonly EventFlags _flags;

            internal Serves(Quiet quiet, EventFlags flags)
            {
                _quiet = quiet;
                _flags = flags;
            }

            public override Poll Poll(Waker waker)
            {
                while (_quiet.Poll(waker) == Ready)
                {
                    if (_flags.Waiting == 0)
                    {
                        return Ready;
                    }

                    _flags.Set(3);
                }

                return Pending;
            }
        }
    }
}
