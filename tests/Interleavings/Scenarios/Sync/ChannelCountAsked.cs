namespace NanoExecutor.Interleavings.Scenarios
{
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
