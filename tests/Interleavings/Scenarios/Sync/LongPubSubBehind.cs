namespace NanoExecutor.Interleavings.Scenarios
{
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
