namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// Several tasks wait for a place in a full channel, while a task receives and a thread closes the channel.
    /// </summary>
    [Case(1, 2, Ends.Receives)]
    [Case(2, 3, Ends.Receives)]
    [Case(1, 2, Ends.TakesWithoutWaiting)]
    [Case(1, 2, Ends.ReceivesAndCloses)]
    [Case(1, 2, Ends.Closes)]
    public sealed class ChannelSendersWait : MachineScenario
    {
        private readonly int _capacity;
        private readonly Ends _ends;
        private readonly Sends[] _senders;
        private LongChannel _channel;
        private Receives _receiver;

        /// <summary>A channel that is full.</summary>
        /// <param name="capacity">Its places.</param>
        /// <param name="senders">Tasks that wait for one.</param>
        /// <param name="ends">What makes an end of it.</param>
        internal ChannelSendersWait(int capacity, int senders, Ends ends)
        {
            _capacity = capacity;
            _ends = ends;
            _senders = new Sends[senders];
        }

        /// <summary>What makes an end of the waiting.</summary>
        internal enum Ends
        {
            Receives = 0,
            TakesWithoutWaiting = 1,
            ReceivesAndCloses = 2,
            Closes = 3,
        }

        /// <inheritdoc/>
        public override string About => "tasks wait for places in a full channel, which may be closed meanwhile";

        /// <inheritdoc/>
        public override string Proves => "channel: who waits to send does so in order, or is told that it is closed";

        /// <inheritdoc/>
        public override int MaxPreemptions => 2;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            int sent = 0;
            for (int sender = 0; sender < _senders.Length; sender++)
            {
                world.Expect(_senders[sender].HasEnded, "every sender has gone on");
                world.Expect(IsClosed || _senders[sender].IsSent, "and has sent, as nobody closed the channel");
                sent += _senders[sender].IsSent ? 1 : 0;
            }

            world.Expect(_channel.WaitingToSend == 0, "nobody is left in line");
            world.Expect(_receiver.InOrder, "items came in the order in which their senders did");
            world.Expect(
                _receiver.Received == _capacity + sent || (_ends == Ends.Closes && sent == 0), "what was sent was received, once");
        }

        private bool IsClosed => _ends == Ends.ReceivesAndCloses || _ends == Ends.Closes;

        /// <inheritdoc/>
        protected override int Capacity => _senders.Length + 2;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _channel = world.Name(new LongChannel(_capacity), "channel");
            for (int item = 0; item < _capacity; item++)
            {
                _channel.TrySend(item + 1);
            }

            for (int sender = 0; sender < _senders.Length; sender++)
            {
                _senders[sender] = world.Name(
                    new Sends(_channel.NewSend().With(_capacity + sender + 1)), "sender" + sender);
                Executor.Spawn(_senders[sender]);
            }

            Reactor reactor = world.Name(new Reactor(1), "reactor");
            Register raised = world.Register("raised");
            int enough = IsClosed ? int.MaxValue : _capacity + _senders.Length;
            _receiver = world.Name(
                new Receives(reactor.Register(0), _channel, enough, _ends == Ends.TakesWithoutWaiting ? raised : null),
                "receiver");
            if (_ends != Ends.Closes)
            {
                Executor.Spawn(_receiver);
            }

            world.Callback("irq", () =>
            {
                reactor.Raise(0);
                if (IsClosed)
                {
                    _channel.Close();
                }

                raised.Value = 1;
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

        // Receives once it is told to, and waits for each item or takes one at each poll: alone then, as it does so without end.
        private sealed class Receives : Future
        {
            private readonly SourceWait _sign;
            private readonly LongChannelReceive _receive;
            private readonly LongChannel _channel;
            private readonly int _enough;
            private readonly Register _alone;
            private bool _told;
            private long _last;

            internal Receives(SourceWait sign, LongChannel channel, int enough, Register alone)
            {
                _sign = sign;
                _channel = channel;
                _receive = channel.NewReceive();
                _enough = enough;
                _alone = alone;
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
                if (_alone != null)
                {
                    _alone.WaitFor(1);
                    return Take(waker);
                }

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

                    Note(_receive.Result);
                }

                return Ready;
            }

            private Poll Take(Waker waker)
            {
                if (_channel.TryReceive(out long item))
                {
                    Note(item);
                }

                if (Received == _enough)
                {
                    return Ready;
                }

                waker.Wake();
                return Pending;
            }

            private void Note(long item)
            {
                Received++;
                InOrder &= item > _last;
                _last = item;
            }
        }
    }
}
