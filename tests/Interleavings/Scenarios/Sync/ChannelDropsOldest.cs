namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A thread sends three items through a channel of one place that drops the oldest.</summary>
    public sealed class ChannelDropsOldest : MachineScenario
    {
        private const int Items = 3;

        private readonly Item[] _items = new Item[Items];
        private Channel _channel;
        private Receives _task;

        /// <inheritdoc/>
        public override string About => "a sender runs over a receiver that is in the middle of taking";

        /// <inheritdoc/>
        public override string Proves => "channel that drops its oldest: received or counted, in order";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_items[Items - 1].Received == 1, "the last item was received");
            world.Expect(_task.Received + _channel.Dropped == Items, "each item was received or counted as dropped");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _channel = world.Name(new Channel(1, WhenFull.DropOldest), "channel");
            _task = world.Name(new Receives(_channel.NewReceive(), Items), "task");
            Executor.Spawn(_task);
            for (int item = 0; item < Items; item++)
            {
                _items[item] = world.Name(new Item(), "item" + item);
            }

            world.Callback("sender", () =>
            {
                for (int item = 0; item < Items; item++)
                {
                    _channel.TrySend(_items[item]);
                }

                _channel.Close();
            });
        }
    }
}
