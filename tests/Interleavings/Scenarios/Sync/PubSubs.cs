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

    /// <summary>A thread publishes more numbers than the ring holds.</summary>
    [Case(1, 2)]
    [Case(3, 4)]
    public sealed class LongPubSubBehind(int capacity, int messages) : MachineScenario
    {
        private LongPubSub _source;
        private Listens _task;

        /// <inheritdoc/>
        public override string About => "a thread publishes more numbers than the ring holds";

        /// <inheritdoc/>
        public override string Proves => "publish and subscribe of numbers: seen or counted as missed, in order";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Seen + _task.Missed == messages, "each message was seen or counted as missed");
            world.Expect(_task.Last == messages, "the last one was seen");
            world.Expect(_task.Missed <= messages - capacity, "no more were missed than there were too many");
            world.Expect(_task.InOrder, "they came in order");
        }

        /// <inheritdoc/>
        public override int MaxPreemptions => capacity == 1 ? 3 : 2;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _source = world.Name(new LongPubSub(capacity), "source");
            _task = world.Name(new Listens(_source.NewSubscriber()), "task");
            Executor.Spawn(_task);
            world.Callback("publisher", () =>
            {
                for (long message = 1; message <= messages; message++)
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
