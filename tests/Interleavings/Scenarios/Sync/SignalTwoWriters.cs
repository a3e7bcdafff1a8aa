namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Two threads set a signal at once while a task takes one value.</summary>
    public sealed class SignalTwoWriters : MachineScenario
    {
        private const int Values = 2;

        private Signal _signal;
        private TakesValue _task;
        private bool _oneSet;
        private bool _twoSet;

        /// <inheritdoc/>
        public override string About => "two threads set a signal at once while a task takes";

        /// <inheritdoc/>
        public override string Proves => "signal: each value is taken once or replaced, none is torn";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_oneSet && _twoSet && _signal.Dropped == 0, "no value was refused");
            world.Expect(
                1 + _signal.Replaced + (_signal.IsSet ? 1 : 0) == Values,
                "each value was taken, replaced or is still there");
            world.Expect(_task.Value != null, "what was taken is a value");
            world.Expect(!_signal.TryTake(out object left) || left != _task.Value, "and was taken once");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _signal = world.Name(new Signal(2), "signal");
            _task = world.Name(new TakesValue(_signal.NewWait()), "task");
            Executor.Spawn(_task);
            object one = world.Name(new Item(), "item1");
            object two = world.Name(new Item(), "item2");
            world.Callback("one", () => _oneSet = _signal.Set(one));
            world.Callback("two", () => _twoSet = _signal.Set(two));
        }

        private sealed class TakesValue : Future
        {
            private readonly SignalWait _wait;

            internal TakesValue(SignalWait wait)
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
