namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Two threads set a signal at once, each once or twice, while a task takes one value.</summary>
    [Case(1)]
    [Case(2)]
    public sealed class SignalTwoWriters(int sets) : MachineScenario
    {
        private Signal _signal;
        private TakesValue _task;
        private int _oneSet;
        private int _twoSet;

        /// <inheritdoc/>
        public override string About => "two threads set a signal at once while a task takes";

        /// <inheritdoc/>
        public override string Proves => "signal: each value is taken once or replaced, none is torn";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_oneSet + _twoSet == 2 * sets && _signal.Dropped == 0, "no value was refused");
            world.Expect(
                1 + _signal.Replaced + (_signal.IsSet ? 1 : 0) == 2 * sets,
                "each value was taken, replaced or is still there");
            world.Expect(_task.Value != null, "what was taken is a value");
            world.Expect(!_signal.TryTake(out object left) || sets > 1 || left != _task.Value, "and was taken once");
        }

        /// <inheritdoc/>
        public override int MaxPreemptions => sets == 1 ? 3 : 2;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _signal = world.Name(new Signal(2), "signal");
            _task = world.Name(new TakesValue(_signal.NewWait()), "task");
            Executor.Spawn(_task);
            object one = world.Name(new Item(), "item1");
            object two = world.Name(new Item(), "item2");
            world.Callback("one", () => _oneSet = Set(one));
            world.Callback("two", () => _twoSet = Set(two));
        }

        private int Set(object value)
        {
            int accepted = 0;
            for (int set = 0; set < sets; set++)
            {
                accepted += _signal.Set(value) ? 1 : 0;
            }

            return accepted;
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

    /// <summary>A thread sets a signal of numbers several times while a task takes.</summary>
    [Case(2)]
    [Case(3)]
    [Case(5)]
    public sealed class LongSignalSets(int sets) : MachineScenario
    {
        private LongSignal _signal;
        private TakesUntil _task;

        /// <inheritdoc/>
        public override string About => "a thread sets a signal of numbers several times";

        /// <inheritdoc/>
        public override string Proves => "signal of numbers: the last value is taken, the one before it or not";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_signal.Dropped == 0, "one writer finds a place each time");
            world.Expect(_task.Seen + _signal.Replaced == sets, "each value was taken or replaced");
        }

        /// <inheritdoc/>
        public override int MaxPreemptions => sets < 4 ? 3 : 1;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _signal = world.Name(new LongSignal(1), "signal");
            _task = world.Name(new TakesUntil(_signal.NewWait(), sets), "task");
            Executor.Spawn(_task);
            world.Callback("writer", () =>
            {
                for (int value = 1; value <= sets; value++)
                {
                    _signal.Set(value);
                }
            });
        }

        private sealed class TakesUntil : Future
        {
            private readonly LongSignalWait _wait;
            private readonly long _last;

            internal TakesUntil(LongSignalWait wait, long last)
            {
                _wait = wait;
                _last = last;
            }

            internal int Seen { get; private set; }

            public override Poll Poll(Waker waker)
            {
                while (_wait.Poll(waker) == Ready)
                {
                    Seen++;
                    if (_wait.Result == _last)
                    {
                        return Ready;
                    }
                }

                return Pending;
            }
        }
    }
}
