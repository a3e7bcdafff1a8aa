namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A thread publishes two numbers through a ring of one.</summary>
    public sealed class LongPubSubBehind : MachineScenario
    {
        private const int Messages = 2;

        private LongPubSub _source;
        private Listens _task;

        /// <inheritdoc/>
        public override string About => "a thread publishes more numbers than the ring holds";

        /// <inheritdoc/>
        public override string Proves => "publish and subscribe of numbers: seen or counted as missed, in order";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Seen + _task.Missed == Messages, "each message was seen or counted as missed");
            world.Expect(_task.Last == Messages, "the last one was seen");
            world.Expect(_task.InOrder, "they came in order");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _source = world.Name(new LongPubSub(1), "source");
            _task = world.Name(new Listens(_source.NewSubscriber()), "task");
            Executor.Spawn(_task);
            world.Callback("publisher", () =>
            {
                for (long message = 1; message <= Messages; message++)
                {
                    _source.Publish(message);
                }

                _source.Close();
            });
        }

        private sealed class Listens : Future
        {
            private readonly LongSubscriber _subscriber;

            internal Listens(LongSubscriber subscriber)
            {
                _subscriber = subscriber;
            }

            internal int Seen { get; private set; }

            internal long Last { get; private set; }

            internal bool InOrder { get; private set; } = true;

            internal long Missed => _subscriber.MissedInAll;

            public override Poll Poll(Waker waker)
            {
                while (_subscriber.Poll(waker) == Ready)
                {
                    if (_subscriber.IsClosed)
                    {
                        return Ready;
                    }

                    Seen++;
                    InOrder &= _subscriber.Result > Last;
                    Last = _subscriber.Result;
                }

                return Pending;
            }
        }
    }
}
