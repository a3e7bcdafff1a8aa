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
}
