namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A thread sends two numbers to a task that receives both.</summary>
    public sealed class LongChannelSends : MachineScenario
    {
        private LongChannel _channel;
        private Sum _task;

        /// <inheritdoc/>
        public override string About => "a thread sends two numbers to a task";

        /// <inheritdoc/>
        public override string Proves => "channel of numbers: each is received once";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Total == 12, "10 and 2 were received, each once");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _channel = world.Name(new LongChannel(2), "channel");
            _task = world.Name(new Sum(_channel.NewReceive()), "task");
            Executor.Spawn(_task);
            world.Callback("sender", () =>
            {
                _channel.TrySend(10);
                _channel.TrySend(2);
            });
        }

        private sealed class Sum : Future
        {
            private readonly LongChannelReceive _receive;
            private int _received;

            internal Sum(LongChannelReceive receive)
            {
                _receive = receive;
            }

            internal long Total { get; private set; }

            public override Poll Poll(Waker waker)
            {
                for (; _received < 2; _received++)
                {
                    if (_receive.Poll(waker) == Pending)
                    {
                        return Pending;
                    }

                    Total += _receive.Result;
                }

                return Ready;
            }
        }
    }
}
