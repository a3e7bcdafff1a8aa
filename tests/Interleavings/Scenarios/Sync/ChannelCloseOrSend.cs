namespace NanoExecutor.Interleavings.Scenarios
{
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
}
