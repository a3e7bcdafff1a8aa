namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// Several tasks wait for a place in a full channel, while a task receives and a thread closes the channel.
    /// </summary>
    [Case(1, 2, false)]
    [Case(2, 3, false)]
    [Case(1, 2, true)]
    public sealed class ChannelSendersWait(int capacity, int senders, bool closes) : MachineScenario
    {
        private readonly Sends[] _senders = new Sends[senders];
        private LongChannel _channel;
        private Receives _receiver;

        /// <inheritdoc/>
        public override string About => "tasks wait for places in a full channel, which may be closed meanwhile";

        /// <inheritdoc/>
        public override string Proves => "channel: who waits to send does so in order, or is told that it is closed";

        /// <inheritdoc/>
        public override int MostPreemptions => 2;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            int sent = 0;
            for (int sender = 0; sender < senders; sender++)
            {
                world.Expect(_senders[sender].HasEnded, "every sender has gone on");
                world.Expect(closes || _senders[sender].IsSent, "and has sent, as nobody closed the channel");
                sent += _senders[sender].IsSent ? 1 : 0;
            }

            world.Expect(_channel.WaitingToSend == 0, "nobody is left in line");
            world.Expect(_receiver.InOrder, "items came in the order in which their senders did");
            world.Expect(_receiver.Received == capacity + sent, "what was sent was received, once");
        }

        /// <inheritdoc/>
        protected override int Capacity => senders + 2;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _channel = world.Name(new LongChannel(capacity), "channel");
            for (int item = 0; item < capacity; item++)
            {
                _channel.TrySend(item + 1);
            }

            for (int sender = 0; sender < senders; sender++)
            {
                _senders[sender] = world.Name(
                    new Sends(_channel.NewSend().With(capacity + sender + 1)), "sender" + sender);
                Executor.Spawn(_senders[sender]);
            }

            Reactor reactor = world.Name(new Reactor(1), "reactor");
            _receiver = world.Name(
                new Receives(reactor.Register(0), _channel, closes ? int.MaxValue : capacity + senders), "receiver");
            Executor.Spawn(_receiver);
            world.Callback("irq", () =>
            {
                reactor.Raise(0);
                if (closes)
                {
                    _channel.Close();
                }
            });
        }

        private sealed class Sends : Future
        {
            private readonly LongChannelSend _send;

            internal Sends(LongChannelSend send)
            {
                _send = send;
            }

            internal bool HasEnded { get; private set; }

            internal bool IsSent => _send.IsSent;

            public override Poll Poll(Waker waker)
            {
                if (_send.Poll(waker) == Pending)
                {
                    return Pending;
                }

                HasEnded = true;
                return Ready;
            }
        }

        // Receives once it is told to.
        private sealed class Receives : Future
        {
            private readonly SourceWait _sign;
            private readonly LongChannelReceive _receive;
            private readonly int _enough;
            private bool _told;
            private long _last;

            internal Receives(SourceWait sign, LongChannel channel, int enough)
            {
                _sign = sign;
                _receive = channel.NewReceive();
                _enough = enough;
            }

            internal int Received { get; private set; }

            internal bool InOrder { get; private set; } = true;

            public override Poll Poll(Waker waker)
            {
                if (!_told && _sign.Poll(waker) == Pending)
                {
                    return Pending;
                }

                _told = true;
                while (Received < _enough)
                {
                    if (_receive.Poll(waker) == Pending)
                    {
                        return Pending;
                    }

                    if (_receive.IsClosed)
                    {
                        return Ready;
                    }

                    Received++;
                    InOrder &= _receive.Result > _last;
                    _last = _receive.Result;
                }

                return Ready;
            }
        }
    }
}
