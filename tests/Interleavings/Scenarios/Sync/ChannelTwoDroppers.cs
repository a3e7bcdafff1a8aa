namespace NanoExecutor.Interleavings.Scenarios
{
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
}
