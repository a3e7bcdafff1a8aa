namespace NanoExecutor.Interleavings.Scenarios
{
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
}
