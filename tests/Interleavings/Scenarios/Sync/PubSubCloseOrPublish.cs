namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Messages are no longer accepted while a thread publishes; two subscribers listen.</summary>
    [Case(1, 1)]
    [Case(1, 2)]
    [Case(2, 2)]
    public sealed class PubSubCloseOrPublish(int capacity, int publishers) : MachineScenario
    {
        private readonly bool[] _accepted = new bool[publishers];
        private LongPubSub _source;
        private Listens _task;

        /// <inheritdoc/>
        public override string About => "a publisher is stopped in the middle while the source is closed";

        /// <inheritdoc/>
        public override string Proves => "publish and subscribe: what was accepted is seen or missed, and then the end";

        /// <inheritdoc/>
        public override int MaxPreemptions => publishers == 1 ? 2 : 1;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            int accepted = 0;
            for (int publisher = 0; publisher < publishers; publisher++)
            {
                accepted += _accepted[publisher] ? 1 : 0;
            }

            world.Expect(_task.Seen + _task.Missed == accepted, "what was accepted was seen or counted as missed");
            world.Expect(_task.Missed <= publishers - capacity || _task.Missed == 0, "nothing was missed without need");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _source = world.Name(new LongPubSub(capacity), "source");
            _task = world.Name(new Listens(_source.NewSubscriber()), "task");
            Executor.Spawn(_task);
            for (int publisher = 0; publisher < publishers; publisher++)
            {
                int number = publisher;
                world.Callback("publisher" + publisher, () => _accepted[number] = _source.Publish(number));
            }

            world.Thread("closer", () => _source.Close());
        }

        private sealed class Listens : Future
        {
            private readonly LongSubscriber _subscriber;

            internal Listens(LongSubscriber subscriber)
            {
                _subscriber = subscriber;
            }

            internal int Seen { get; private set; }

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
                }

                return Pending;
            }
        }
    }
}
