namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// Two threads find a channel of one place full, each while the other is in the middle of filling it.
    /// </summary>
    public sealed class ChannelTwoDroppers : MachineScenario
    {
        private Channel _channel;
        private Item _first;
        private Item _second;
        private Receives _task;

        /// <inheritdoc/>
        public override string About => "two threads send at once through one place that drops its oldest";

        /// <inheritdoc/>
        public override string Proves => "channel that drops its oldest: a place has one writer at a time";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_first.Received + _second.Received == 1, "one item was received, once");
            world.Expect(
                _task.Received + _channel.Dropped + _channel.Count == 2,
                "the other is still there or was counted as dropped");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _channel = world.Name(new Channel(1, WhenFull.DropOldest), "channel");
            _first = world.Name(new Item(), "item1");
            _second = world.Name(new Item(), "item2");
            _task = world.Name(new Receives(_channel.NewReceive(), 1), "task");
            Executor.Spawn(_task);
            world.Callback("one", () => _channel.TrySend(_first));
            world.Callback("two", () => _channel.TrySend(_second));
        }
    }
}
