namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A thread publishes more messages than the ring holds, and subscribers fall behind.</summary>
    [Case(2, 3, 1)]
    [Case(1, 3, 1)]
    [Case(3, 4, 1)]
    [Case(1, 2, 2)]
    public sealed class PubSubBehind(int capacity, int messages, int subscribers) : MachineScenario
    {
        private readonly Item[] _messages = new Item[messages];
        private readonly Listens[] _tasks = new Listens[subscribers];
        private PubSub _source;

        /// <inheritdoc/>
        public override string About => "a thread publishes more than the ring holds";

        /// <inheritdoc/>
        public override string Proves => "publish and subscribe: seen or counted as missed, in order";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            for (int task = 0; task < subscribers; task++)
            {
                world.Expect(
                    _tasks[task].Seen + _tasks[task].Missed == messages, "each message was seen or counted as missed");
                world.Expect(
                    _tasks[task].Missed <= messages - capacity, "no more were missed than there were too many");
            }

            world.Expect(_messages[messages - 1].Received == subscribers, "the last one was seen by all");
        }

        /// <inheritdoc/>
        public override int MaxPreemptions => capacity == 2 ? 3 : 2;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _source = world.Name(new PubSub(capacity), "source");
            for (int task = 0; task < subscribers; task++)
            {
                _tasks[task] = world.Name(new Listens(_source.NewSubscriber()), "task" + task);
                Executor.Spawn(_tasks[task]);
            }

            for (int message = 0; message < messages; message++)
            {
                _messages[message] = world.Name(new Item(), "message" + message);
            }

            world.Callback("publisher", () =>
            {
                for (int message = 0; message < messages; message++)
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
