namespace NanoExecutor.Benchmarks
{
    /// <summary>A task sends numbers through a channel, another receives them.</summary>
    internal sealed class ChannelHandover : ExecutorWork
    {
        /// <summary>Places in the channel, and in what it is compared with.</summary>
        internal const int Capacity = 8;

        private Sender _sender;
        private Receiver _receiver;

        internal ChannelHandover()
            : base("LongChannel between two tasks", 2)
        {
        }

        internal override void Run(int operations)
        {
            _receiver.Expect(operations);
            _sender.Start(operations);
            Executor.Run();
        }

        private protected override void AddTasks()
        {
            LongChannel channel = new LongChannel(Capacity);
            _sender = new Sender(channel);
            _receiver = new Receiver(channel, Executor);
            Executor.Spawn(_sender);
            Executor.Spawn(_receiver);
        }

        private sealed class Sender : Future
        {
            private readonly LongChannelSend _send;
            private Waker _own;
            private bool _sending;
            private int _left;

            internal Sender(LongChannel channel)
            {
                _send = channel.NewSend();
            }

            public override Poll Poll(Waker waker)
            {
                _own = waker;
                while (_left > 0)
                {
                    if (!_sending)
                    {
                        _send.With(_left);
                        _sending = true;
                    }

                    if (_send.Poll(waker) == Pending)
                    {
                        return Pending;
                    }

                    _sending = false;
                    _left--;
                }

                return Pending;
            }

            internal void Start(int items)
            {
                _left = items;
                _own.Wake();
            }
        }

        private sealed class Receiver : Future
        {
            private readonly LongChannelReceive _receive;
            private readonly Executor _executor;
            private int _left;

            internal Receiver(LongChannel channel, Executor executor)
            {
                _receive = channel.NewReceive();
                _executor = executor;
            }

            public override Poll Poll(Waker waker)
            {
                while (_receive.Poll(waker) == Ready)
                {
                    if (--_left == 0)
                    {
                        _executor.Stop();
                    }
                }

                return Pending;
            }

            internal void Expect(int items)
            {
                _left = items;
            }
        }
    }
}
