namespace NanoExecutor.Interleavings.Scenarios
{
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
}
