namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A thread sets a value while another begins the work that leads to it and gives it up again.</summary>
    public sealed class OnceBegunBetween : MachineScenario
    {
        private Once _once;
        private OnceWait _wait;
        private bool _set;

        /// <inheritdoc/>
        public override string About => "a value is set while somebody begins to make it and gives up";

        /// <inheritdoc/>
        public override string Proves => "once: Set refuses a value only if there is one";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_set, "nobody else has set it, so it was not refused");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _once = world.Name(new Once(), "once");
            _wait = world.Name(_once.NewWait(), "wait");
            Executor.Spawn(_wait);
            object value = world.Name(new Item(), "item");
            world.Callback("sets", () => _set = _once.Set(value));
            world.Callback("begins", () =>
            {
                if (_once.TryBegin())
                {
                    _once.GiveUp();
                }
            });
        }
    }

    /// <summary>Two threads set a value once, and two tasks wait for it.</summary>
    public sealed class OnceTwoSetters : MachineScenario
    {
        private Once _once;
        private SeesValue _here;
        private SeesValue _there;
        private bool _oneWon;
        private bool _twoWon;

        /// <inheritdoc/>
        public override string About => "two threads set a value once; two tasks wait";

        /// <inheritdoc/>
        public override string Proves => "once: one value wins and everybody sees it";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_oneWon != _twoWon, "one of the two has set it");
            world.Expect(_here.Value != null && _here.Value == _there.Value, "both tasks have seen that value");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _once = world.Name(new Once(), "once");
            _here = world.Name(new SeesValue(_once.NewWait()), "here");
            _there = world.Name(new SeesValue(_once.NewWait()), "there");
            Executor.Spawn(_here);
            Executor.Spawn(_there);
            object one = world.Name(new Item(), "item1");
            object two = world.Name(new Item(), "item2");
            world.Callback("one", () => _oneWon = _once.Set(one));
            world.Interrupt("two", () => _twoWon = _once.Set(two));
        }

        private sealed class SeesValue : Future
        {
            private readonly OnceWait _wait;

            internal SeesValue(OnceWait wait)
            {
                _wait = wait;
            }

            internal object Value { get; private set; }

            public override Poll Poll(Waker waker)
            {
                if (_wait.Poll(waker) == Pending)
                {
                    return Pending;
                }

                Value = _wait.Result;
                return Ready;
            }
        }
    }

    /// <summary>Two tasks come to a barrier, each after an event of its own.</summary>
    public sealed class BarrierMeets : MachineScenario
    {
        private Barrier _barrier;
        private Reactor _reactor;
        private Takes _first;
        private Takes _second;

        /// <inheritdoc/>
        public override string About => "two tasks come to a barrier, each after its own event";

        /// <inheritdoc/>
        public override string Proves => "barrier: both go on, in any order of the events";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_first.Taken == 1 && _second.Taken == 1, "both have gone on");
            world.Expect(_barrier.Arrived == 0 && _barrier.Round == 1, "and nobody is counted for the next round");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _barrier = world.Name(new Barrier(2), "barrier");
            _reactor = world.Name(new Reactor(2), "reactor");
            _first = world.Name(new Takes(new After(_reactor.Register(0), _barrier.NewWait()), 1), "first");
            _second = world.Name(new Takes(new After(_reactor.Register(1), _barrier.NewWait()), 1), "second");
            Executor.Spawn(_first);
            Executor.Spawn(_second);
            world.Callback("irq", () =>
            {
                _reactor.Raise(1);
                _reactor.Raise(0);
            });
        }
    }
}
