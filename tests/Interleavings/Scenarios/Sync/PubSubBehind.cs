namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A thread publishes three messages through a ring of two, a subscriber falls behind.</summary>
    public sealed class PubSubBehind : MachineScenario
    {
        private const int Messages = 3;

        private readonly Item[] _messages = new Item[Messages];
        private PubSub _source;
        private Listens _task;

        /// <inheritdoc/>
        public override string About => "a thread publishes more than the ring holds";

        /// <inheritdoc/>
        public override string Proves => "publish and subscribe: seen or counted as missed, in order";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Seen + _task.Missed == Messages, "each message was seen or counted as missed");
            world.Expect(_messages[Messages - 1].Received == 1, "the last one was seen");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _source = world.Name(new PubSub(2), "source");
            _task = world.Name(new Listens(_source.NewSubscriber()), "task");
            Executor.Spawn(_task);
            for (int message = 0; message < Messages; message++)
            {
                _messages[message] = world.Name(new Item(), "message" + message);
            }

            world.Callback("publisher", () =>
            {
                for (int message = 0; message < Messages; message++)
                {
                    _source.Publish(_messages[message]);
                }

                _source.Close();
            });
        }

        private sealed class Listens : Future
        {
            private readonly Subscriber _subscriber;

            internal Listens(Subscriber subscriber)
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
                    ((Item)_subscriber.Result).Received++;
                }

                return Pending;
            }
        }
    }
}
