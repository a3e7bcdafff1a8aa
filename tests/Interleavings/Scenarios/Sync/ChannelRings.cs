namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// Two threads send an item each at the same moment to a task that receives both, or to two that receive one each.
    /// </summary>
    [Case(2, 1)]
    [Case(2, 2)]
    public sealed class ChannelTwoSenders(int capacity, int receivers) : MachineScenario
    {
        private Channel _channel;
        private Item _first;
        private Item _second;

        /// <inheritdoc/>
        public override string About => "two threads send at once, and one task receives both or two one each";

        /// <inheritdoc/>
        public override string Proves => "channel: each item is received once";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_first.Received == 1 && _second.Received == 1, "each item was received once");
        }

        /// <inheritdoc/>
        public override int MaxPreemptions => receivers == 1 ? 3 : 2;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _channel = world.Name(new Channel(capacity), "channel");
            _first = world.Name(new Item(), "item1");
            _second = world.Name(new Item(), "item2");
            for (int task = 0; task < receivers; task++)
            {
                Executor.Spawn(world.Name(new Receives(_channel.NewReceive(), 2 / receivers), "task" + task));
            }

            world.Callback("one", () => _channel.TrySend(_first));
            world.Callback("two", () => _channel.TrySend(_second));
        }
    }

    /// <summary>
    /// A thread sends through a channel that drops its oldest, and is interrupted by one that sends too and runs to
    /// completion: there is no item then that somebody is in the middle of sending, but the thread's own.
    /// </summary>
    public sealed class ChannelDropsForInterrupt : MachineScenario
    {
        private const int Items = 2;

        private LongChannel _channel;
        private Takes _task;
        private int _sent;

        /// <inheritdoc/>
        public override string About => "an interrupt sends in the middle of a send that drops the oldest item";

        /// <inheritdoc/>
        public override string Proves => "channel that drops its oldest: nothing is refused without need";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(
                _sent == Items || !world.InterruptsRunToCompletion,
                "an item was refused although nobody was in the middle of sending");
            world.Expect(
                _task.Taken + _channel.Dropped + _channel.Count == Items + 1,
                "each item was received, dropped and counted, or is still there");
        }

        /// <inheritdoc/>
        public override int MaxPreemptions => 2;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _channel = world.Name(new LongChannel(1, WhenFull.DropOldest), "channel");
            _task = world.Name(new Takes(_channel.NewReceive(), 1), "task");
            Executor.Spawn(_task);
            world.Callback("sender", () =>
            {
                for (int item = 0; item < Items; item++)
                {
                    _sent += _channel.TrySend(item) ? 1 : 0;
                }
            });
            world.Interrupt("irq", () => _channel.TrySend(Items));
        }
    }

    /// <summary>
    /// Two threads find a channel full, each while the other is in the middle of filling it.
    /// </summary>
    [Case(1, 1)]
    [Case(2, 2)]
    public sealed class ChannelTwoDroppers(int capacity, int sends) : MachineScenario
    {
        private Channel _channel;
        private Item _first;
        private Item _second;
        private Receives _task;

        /// <inheritdoc/>
        public override string About => "two threads send at once through a channel that drops its oldest";

        /// <inheritdoc/>
        public override string Proves => "channel that drops its oldest: a place has one writer at a time";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_first.Received + _second.Received == 1, "one item was received, once");
            world.Expect(
                _task.Received + _channel.Dropped + _channel.Count == 2 * sends,
                "the others are still there or were counted as dropped");
        }

        /// <inheritdoc/>
        public override int MaxPreemptions => sends == 1 ? 3 : 2;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _channel = world.Name(new Channel(capacity, WhenFull.DropOldest), "channel");
            _first = world.Name(new Item(), "item1");
            _second = world.Name(new Item(), "item2");
            _task = world.Name(new Receives(_channel.NewReceive(), 1), "task");
            Executor.Spawn(_task);
            world.Callback("one", () => Send(_first));
            world.Callback("two", () => Send(_second));
        }

        private void Send(Item item)
        {
            for (int send = 0; send < sends; send++)
            {
                _channel.TrySend(item);
            }
        }
    }

    /// <summary>A thread sends more items than a channel has places, which drops the oldest.</summary>
    [Case(1, 3)]
    [Case(2, 3)]
    [Case(3, 4)]
    public sealed class ChannelDropsOldest(int capacity, int items) : MachineScenario
    {
        private readonly Item[] _items = new Item[items];
        private Channel _channel;
        private Receives _task;
        private int _sent;

        /// <inheritdoc/>
        public override string About => "a sender runs over a receiver that is in the middle of taking";

        /// <inheritdoc/>
        public override string Proves => "channel that drops its oldest: received or counted, in order";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_sent == items, "no item was refused");
            world.Expect(_items[items - 1].Received == 1, "the last item was received");
            world.Expect(_channel.Dropped <= items - capacity, "no more were dropped than there were too many");
            world.Expect(_task.Received + _channel.Dropped == items, "each item was received or counted as dropped");
        }

        /// <inheritdoc/>
        public override int MaxPreemptions => capacity == 1 ? 3 : 2;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _channel = world.Name(new Channel(capacity, WhenFull.DropOldest), "channel");
            _task = world.Name(new Receives(_channel.NewReceive(), items), "task");
            Executor.Spawn(_task);
            for (int item = 0; item < items; item++)
            {
                _items[item] = world.Name(new Item(), "item" + item);
            }

            world.Callback("sender", () =>
            {
                for (int item = 0; item < items; item++)
                {
                    _sent += _channel.TrySend(_items[item]) ? 1 : 0;
                }

                _channel.Close();
            });
        }
    }

    /// <summary>A thread asks how many items a channel holds, while another sends and a task receives.</summary>
    /// <param name="capacity">Places.</param>
    [Case(1)]
    [Case(2)]
    public sealed class ChannelCountAsked(int capacity) : MachineScenario
    {
        private const int Items = 2;

        private LongChannel _channel;
        private bool _isWrong;

        /// <inheritdoc/>
        public override string About => "a thread asks how many items a channel holds";

        /// <inheritdoc/>
        public override string Proves => "channel: the count is one that it can have";

        /// <inheritdoc/>
        public override int MaxPreemptions => 2;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(!_isWrong, "a count below 0 or above the capacity");
            world.Expect(_channel.Count == 0, "all were received");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _channel = world.Name(new LongChannel(capacity), "channel");
            _channel.TrySend(1);
            Executor.Spawn(world.Name(new Receives(_channel, Items), "task"));
            world.Thread("sender", () =>
            {
                while (!_channel.TrySend(Items))
                {
                    System.Threading.Thread.Sleep(1);
                }
            });
            world.Callback("asker", () =>
            {
                int count = _channel.Count;
                _isWrong |= count < 0 || count > capacity;
            });
        }

        private sealed class Receives : Future
        {
            private readonly LongChannelReceive _receive;
            private int _left;

            internal Receives(LongChannel channel, int items)
            {
                _receive = channel.NewReceive();
                _left = items;
            }

            public override Poll Poll(Waker waker)
            {
                while (_left > 0)
                {
                    if (_receive.Poll(waker) == Pending)
                    {
                        return Pending;
                    }

                    _left--;
                }

                return Ready;
            }
        }
    }
}
