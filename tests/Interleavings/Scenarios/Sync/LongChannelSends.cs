namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A thread sends two numbers to a task that receives what was accepted.</summary>
    [Case(2, WhenFull.Refuse)]
    [Case(1, WhenFull.Refuse)]
    [Case(1, WhenFull.DropOldest)]
    [Case(1, WhenFull.DropNewest)]
    public sealed class LongChannelSends(int capacity, WhenFull whenFull) : MachineScenario
    {
        private LongChannel _channel;
        private Receives _task;
        private int _sent;

        /// <inheritdoc/>
        public override string About => "a thread sends two numbers to a task";

        /// <inheritdoc/>
        public override string Proves => "channel of numbers: each is received once";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            bool dropsOldest = whenFull == WhenFull.DropOldest;
            world.Expect(_sent + (dropsOldest ? 0 : _channel.Dropped) == 2, "each was accepted or counted as dropped");
            world.Expect(
                _task.Received + (dropsOldest ? _channel.Dropped : 0) == _sent, "what was accepted was received once");
            world.Expect(_channel.Dropped <= 2 - capacity, "nothing was dropped for which there was a place");
            world.Expect(_task.InOrder, "and in order");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _channel = world.Name(new LongChannel(capacity, whenFull), "channel");
            _task = world.Name(new Receives(_channel.NewReceive()), "task");
            Executor.Spawn(_task);
            world.Callback("sender", () =>
            {
                _sent += _channel.TrySend(1) ? 1 : 0;
                _sent += _channel.TrySend(2) ? 1 : 0;
                _channel.Close();
            });
        }

        private sealed class Receives : Future
        {
            private readonly LongChannelReceive _receive;
            private long _last;

            internal Receives(LongChannelReceive receive)
            {
                _receive = receive;
            }

            internal int Received { get; private set; }

            internal bool InOrder { get; private set; } = true;

            public override Poll Poll(Waker waker)
            {
                while (_receive.Poll(waker) == Ready)
                {
                    if (_receive.IsClosed)
                    {
                        return Ready;
                    }

                    Received++;
                    InOrder &= _receive.Result > _last;
                    _last = _receive.Result;
                }

                return Pending;
            }
        }
    }
}
