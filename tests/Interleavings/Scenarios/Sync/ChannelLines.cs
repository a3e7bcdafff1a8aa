namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// A task waits for a place in a full channel while a thread sends as well and another task receives.
    /// </summary>
    public sealed class ChannelPlace : MachineScenario
    {
        private Channel _channel;
        private Item _first;
        private Item _second;
        private Item _third;
        private bool _sent;
        private Receives _task;

        /// <inheritdoc/>
        public override string About => "a task waits for a place in a full channel while a thread sends too";

        /// <inheritdoc/>
        public override string Proves => "channel: a place that has become free is announced";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_first.Received == 1 && _second.Received == 1, "what was there and what waited was received");
            world.Expect(_third.Received == (_sent ? 1 : 0), "what the thread sent was received if it was accepted");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _channel = world.Name(new Channel(1), "channel");
            _first = world.Name(new Item(), "item1");
            _second = world.Name(new Item(), "item2");
            _third = world.Name(new Item(), "item3");
            _channel.TrySend(_first);
            _task = world.Name(new Receives(_channel.NewReceive(), 3), "receiver");
            Executor.Spawn(world.Name(new SendsAndCloses(_channel, _second), "sender"));
            Executor.Spawn(_task);
            world.Callback("thread", () => _sent = _channel.TrySend(_third));
        }

        private sealed class SendsAndCloses : Future
        {
            private readonly Channel _channel;
            private readonly ChannelSend _send;

            internal SendsAndCloses(Channel channel, Item item)
            {
                _channel = channel;
                _send = channel.NewSend().With(item);
            }

            public override Poll Poll(Waker waker)
            {
                if (_send.Poll(waker) == Pending)
                {
                    return Pending;
                }

                _channel.Close();
                return Ready;
            }
        }
    }

    /// <summary>A channel is closed while a thread sends.</summary>
    [Case(2, 1)]
    [Case(1, 2)]
    public sealed class ChannelCloseOrSend(int capacity, int receivers) : MachineScenario
    {
        private Channel _channel;
        private Item _item;
        private bool _sent;

        /// <inheritdoc/>
        public override string About => "a channel is closed while a thread sends";

        /// <inheritdoc/>
        public override string Proves => "channel: what was accepted is received, and then the end";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_item.Received == (_sent ? 1 : 0), "the item was received if it was accepted, and only then");
        }

        /// <inheritdoc/>
        public override int MaxPreemptions => receivers == 1 ? 3 : 2;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _channel = world.Name(new Channel(capacity), "channel");
            _item = world.Name(new Item(), "item");
            for (int task = 0; task < receivers; task++)
            {
                Executor.Spawn(world.Name(new Receives(_channel.NewReceive(), 2), "task" + task));
            }

            world.Callback("sender", () => _sent = _channel.TrySend(_item));
            world.Thread("closer", () => _channel.Close());
        }
    }

    /// <summary>A thread sends two numbers to a task that receives what was accepted.</summary>
    [Case(2, WhenFull.Refuse)]
    [Case(1, WhenFull.Refuse)]
    [Case(1, WhenFull.DropOldest)]
    [Case(1, WhenFull.DropNewest)]
    public sealed class LongChannelSends(int capacity, WhenFull whenFull) : MachineScenario
    {
        private LongChannel _channel;
        private Receives _task;
        private int _sent;

        /// <inheritdoc/>
        public override string About => "a thread sends two numbers to a task";

        /// <inheritdoc/>
        public override string Proves => "channel of numbers: each is received once";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            bool dropsOldest = whenFull == WhenFull.DropOldest;
            world.Expect(_sent + (dropsOldest ? 0 : _channel.Dropped) == 2, "each was accepted or counted as dropped");
            world.Expect(
                _task.Received + (dropsOldest ? _channel.Dropped : 0) == _sent, "what was accepted was received once");
            world.Expect(_channel.Dropped <= 2 - capacity, "nothing was dropped for which there was a place");
            world.Expect(_task.InOrder, "and in order");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _channel = world.Name(new LongChannel(capacity, whenFull), "channel");
            _task = world.Name(new Receives(_channel.NewReceive()), "task");
            Executor.Spawn(_task);
            world.Callback("sender", () =>
            {
                _sent += _channel.TrySend(1) ? 1 : 0;
                _sent += _channel.TrySend(2) ? 1 : 0;
                _channel.Close();
            });
        }

        private sealed class Receives : Future
        {
            private readonly LongChannelReceive _receive;
            private long _last;

            internal Receives(LongChannelReceive receive)
            {
                _receive = receive;
            }

            internal int Received { get; private set; }

            internal bool InOrder { get; private set; } = true;

            public override Poll Poll(Waker waker)
            {
                while (_receive.Poll(waker) == Ready)
                {
                    if (_receive.IsClosed)
                    {
                        return Ready;
                    }

                    Received++;
                    InOrder &= _receive.Result > _last;
                    _last = _receive.Result;
                }

                return Pending;
            }
        }
    }
}
