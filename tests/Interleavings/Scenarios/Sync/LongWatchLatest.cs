namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A thread sets two numbers; a reader has to see the second.</summary>
    public sealed class LongWatchLatest : MachineScenario
    {
        private const long Last = 2;

        private LongWatch _watch;
        private Follows _task;

        /// <inheritdoc/>
        public override string About => "a thread sets two numbers, a reader follows";

        /// <inheritdoc/>
        public override string Proves => "watch of numbers: the latest is seen";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Seen >= 1 && _task.Seen <= 2, "no value was seen twice");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _watch = world.Name(new LongWatch(1), "watch");
            _task = world.Name(new Follows(_watch.NewReader()), "task");
            Executor.Spawn(_task);
            world.Callback("writer", () =>
            {
                _watch.Set(1);
                _watch.Set(Last);
            });
        }

        private sealed class Follows : Future
        {
            private readonly LongWatchReader _reader;

            internal Follows(LongWatchReader reader)
            {
                _reader = reader;
            }

            internal int Seen { get; private set; }

            public override Poll Poll(Waker waker)
            {
                while (_reader.Result != Last)
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
