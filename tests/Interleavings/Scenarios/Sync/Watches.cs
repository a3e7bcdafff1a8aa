namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A thread sets two values; two readers each have to see the second.</summary>
    public sealed class WatchLatest : MachineScenario
    {
        private Watch _watch;
        private Follows _first;
        private Follows _second;

        /// <inheritdoc/>
        public override string About => "a thread sets two values, two readers follow";

        /// <inheritdoc/>
        public override string Proves => "watch: each reader sees the latest value";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_first.Seen <= 2 && _second.Seen <= 2, "no value was seen twice");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _watch = world.Name(new Watch(1), "watch");
            object draft = world.Name(new Item(), "draft");
            object final = world.Name(new Item(), "final");
            _first = world.Name(new Follows(_watch.NewReader(), final), "first");
            _second = world.Name(new Follows(_watch.NewReader(), final), "second");
            Executor.Spawn(_first);
            Executor.Spawn(_second);
            world.Callback("writer", () =>
            {
                _watch.Set(draft);
                _watch.Set(final);
            });
        }

        private sealed class Follows : Future
        {
            private readonly WatchReader _reader;
            private readonly object _until;

            internal Follows(WatchReader reader, object until)
            {
                _reader = reader;
                _until = until;
            }

            internal int Seen { get; private set; }

            public override Poll Poll(Waker waker)
            {
                while (_reader.Result != _until)
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
