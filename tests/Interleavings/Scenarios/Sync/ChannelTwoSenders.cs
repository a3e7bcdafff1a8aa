namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Two threads send an item each at the same moment to a task that receives both.</summary>
    public sealed class ChannelTwoSenders : MachineScenario
    {
        private Channel _channel;
        private Item _first;
        private Item _second;

        /// <inheritdoc/>
        public override string About => "two threads send at once, a task receives both";

        /// <inheritdoc/>
        public override string Proves => "channel: each item is received once";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_first.Received == 1 && _second.Received == 1, "each item was received once");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _channel = world.Name(new Channel(2), "channel");
            _first = world.Name(new Item(), "item1");
            _second = world.Name(new Item(), "item2");
            Executor.Spawn(world.Name(new Receives(_channel.NewReceive(), 2), "task"));
            world.Callback("one", () => _channel.TrySend(_first));
            world.Callback("two", () => _channel.TrySend(_second));
        }
    }
}
