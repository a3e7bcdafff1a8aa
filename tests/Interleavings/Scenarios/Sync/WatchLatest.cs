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
}
