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
}
