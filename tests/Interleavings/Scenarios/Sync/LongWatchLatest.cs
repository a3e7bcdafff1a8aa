namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A thread sets several numbers; a reader has to see the last.</summary>
    [Case(2)]
    [Case(3)]
    [Case(5)]
    public sealed class LongWatchLatest(int sets) : MachineScenario
    {
        private LongWatch _watch;
        private Follows _task;

        /// <inheritdoc/>
        public override string About => "a thread sets several numbers, a reader follows";

        /// <inheritdoc/>
        public override string Proves => "watch of numbers: the latest is seen";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_watch.Dropped == 0, "one writer finds a place each time");
            world.Expect(_task.Seen >= 1 && _task.Seen <= sets, "no value was seen twice");
        }

        /// <inheritdoc/>
        public override int MaxPreemptions => sets < 4 ? 3 : 1;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _watch = world.Name(new LongWatch(1), "watch");
            _task = world.Name(new Follows(_watch.NewReader(), sets), "task");
            Executor.Spawn(_task);
            world.Callback("writer", () =>
            {
                for (int value = 1; value <= sets; value++)
                {
                    _watch.Set(value);
                }
            });
        }

        private sealed class Follows : Future
        {
            private readonly LongWatchReader _reader;
            private readonly long _last;

            internal Follows(LongWatchReader reader, long last)
            {
                _reader = reader;
                _last = last;
            }

            internal int Seen { get; private set; }

            public override Poll Poll(Waker waker)
            {
                while (_reader.Result != _last)
                {
                    if (_reader.Poll(waker) == Pending)
                    {
                        return Pending;
                    }

                    Seen++;
                }

                return Ready;
            }
        }
    }
}
