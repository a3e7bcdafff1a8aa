using NanoExecutor.Soak.Nodes;
using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Facilities
{
    /// <summary>
    /// A bounded channel: what was accepted is received, once and in order, by those that wait in their order; what is
    /// dropped is what the policy says.
    /// </summary>
    internal abstract class Channels(World world, int capacity, WhenFull whenFull) : Facility(world)
    {
        private readonly Queue<long> _items = new();
        private readonly Line _senders = new();
        private readonly Line _receivers = new();
        private readonly bool _isToClose = world.Chance.OneIn(4);
        private long _lastItem;
        private int _dropped;
        private bool _isClosed;

        public override (long Shortest, long Longest) Pace => (3_200, 480_000);

        // The channels of references and of numbers have the same members and no common type.
        protected abstract dynamic Channel { get; }

        public override Node NewLeaf()
        {
            return Chance.OneIn(2) ? new Send(this) : new Receive(this);
        }

        public override void Interrupt()
        {
            if (_isToClose && !_isClosed && World.IsPastHalf && Chance.OneIn(50))
            {
                Close();
            }

            TrySend();
            if (World.Sabotages(Sabotage.LoseItem))
            {
                TryReceive(out _);
            }

            if (World.Sabotages(Sabotage.RepeatItem))
            {
                TrySend(_lastItem);
            }
        }

        public override void Try()
        {
            bool isMine = _items.Count > 0 && _receivers.Count == 0;
            bool received = TryReceive(out long item);
            Unless(received == isMine, "it gave an item past those that wait, or kept one from a task");
            if (received)
            {
                Took(item);
            }
        }

        public override void CheckQuiet()
        {
            Unless(Channel.Count == _items.Count, $"it holds {Channel.Count} items and should {_items.Count}");
            Unless(Channel.Dropped == _dropped, $"it dropped {Channel.Dropped} items and should have {_dropped}");
            Unless(Channel.WaitingToReceive == _receivers.Count, "its line of receivers is not who waits");
            Unless(Channel.WaitingToSend == _senders.Count, "its line of senders is not who waits");
            Unless(
                !_receivers.FirstSleeps || (_items.Count == 0 && !_isClosed), "an item is there and a receiver sleeps on");
            Unless(
                !_senders.FirstSleeps || (_items.Count == capacity && !_isClosed),
                "a place is free and a sender sleeps on");
            Unless(Channel.IsClosed == _isClosed, "it does not know whether it is closed");
        }

        public override void Serve()
        {
            for (int i = _receivers.Count; i > 0; i--)
            {
                TrySend();
            }

            while (_senders.Count > 0 && _receivers.Count == 0 && TryReceive(out long item))
            {
                Took(item);
            }
        }

        public override void CheckEnd()
        {
            CheckQuiet();
            Unless(_senders.Count == 0 && _receivers.Count == 0, "somebody was left in line");
            Close();
            while (TryReceive(out long item))
            {
                Took(item);
            }

            Unless(_items.Count == 0, "items were lost");
        }

        protected abstract bool TrySend(long item);

        protected abstract bool TryReceive(out long item);

        protected abstract QueuedFuture NewSend();

        protected abstract void ArmSend(QueuedFuture send, long item);

        protected abstract QueuedFuture NewReceive();

        protected abstract long ResultOf(QueuedFuture receive);

        protected abstract bool IsClosed(QueuedFuture receive);

        protected abstract bool IsSent(QueuedFuture send);

        private void Close()
        {
            _isClosed = true;
            Channel.Close();
        }

        private void TrySend()
        {
            long item = ++_lastItem;
            bool isFull = _items.Count == capacity;
            bool accepted = TrySend(item);
            Unless(
                accepted == (!_isClosed && (!isFull || whenFull == WhenFull.DropOldest)),
                "an item was accepted against the policy");
            Put(item, accepted);
        }

        private void Put(long item, bool accepted)
        {
            if (!accepted)
            {
                _dropped += _isClosed ? 0 : 1;
                return;
            }

            Unless(!_isClosed, "an item got in although it is closed");

            if (_items.Count == capacity)
            {
                Unless(whenFull == WhenFull.DropOldest, "more items than it has places");
                _items.Dequeue();
                _dropped++;
            }

            _items.Enqueue(item);
        }

        private void Took(long item)
        {
            Unless(_items.Count > 0, $"item {item} came out of nothing: delivered twice");
            long expected = _items.Dequeue();
            Unless(expected == item, $"item {item} was received and {expected} should have been");
        }

        private sealed class Send : Node
        {
            private readonly Channels _channel;
            private readonly QueuedFuture _send;
            private long _item;

            public Send(Channels channel)
            {
                _channel = channel;
                _send = channel.NewSend();
                Inner = _send;
            }

            public override void Arm()
            {
                if (!IsWaiting)
                {
                    _item = ++_channel._lastItem;
                    _channel.ArmSend(_send, _item);
                }
            }

            protected override void OnWait()
            {
                _channel._senders.Join(this);
            }

            protected override void OnReady(bool first)
            {
                _channel._senders.Served(this, !first);
                _channel.Put(_item, _channel.IsSent(_send));
                CheckDisarmed();
            }

            protected override void OnCancelled()
            {
                Unless(!_channel.IsSent(_send), "cancelled and sent all the same");
                _channel._senders.Leave(this);
                CheckDisarmed();
            }

            // What has been sent or given up is not sent once more.
            private void CheckDisarmed()
            {
                if (!_channel.Chance.OneIn(8))
                {
                    return;
                }

                try
                {
                    _send.Poll(Waker!);
                }
                catch (InvalidOperationException)
                {
                    return;
                }

                Unless(false, "it sends again without having been armed");
            }
        }

        private sealed class Receive : Node
        {
            private readonly Channels _channel;
            private readonly QueuedFuture _receive;

            public Receive(Channels channel)
            {
                _channel = channel;
                _receive = channel.NewReceive();
                Inner = _receive;
            }

            protected override void OnWait()
            {
                _channel._receivers.Join(this);
            }

            protected override void OnReady(bool first)
            {
                _channel._receivers.Served(this, !first);
                if (_channel.IsClosed(_receive))
                {
                    Unless(_channel._isClosed && _channel._items.Count == 0, "it says that it is closed and it is not");
                    Unless(_channel.ResultOf(_receive) == 0, "it is closed and has an item all the same");
                    return;
                }

                _channel.Took(_channel.ResultOf(_receive));
            }

            protected override void OnCancelled()
            {
                _channel._receivers.Leave(this);
            }
        }
    }

    /// <summary>A channel of references.</summary>
    internal sealed class ObjectChannels(World world, int capacity, WhenFull whenFull)
        : Channels(world, capacity, whenFull)
    {
        private readonly Channel _channel = new(capacity, whenFull);

        protected override dynamic Channel => _channel;

        protected override bool TrySend(long item)
        {
            return _channel.TrySend(item);
        }

        protected override bool TryReceive(out long item)
        {
            bool received = _channel.TryReceive(out object found);
            item = received ? (long)found : 0;
            return received;
        }

        protected override QueuedFuture NewSend()
        {
            return _channel.NewSend();
        }

        protected override void ArmSend(QueuedFuture send, long item)
        {
            ((ChannelSend)send).With(item);
        }

        protected override QueuedFuture NewReceive()
        {
            return _channel.NewReceive();
        }

        protected override long ResultOf(QueuedFuture receive)
        {
            return (long)(((ChannelReceive)receive).Result ?? 0L);
        }

        protected override bool IsClosed(QueuedFuture receive)
        {
            return ((ChannelReceive)receive).IsClosed;
        }

        protected override bool IsSent(QueuedFuture send)
        {
            return ((ChannelSend)send).IsSent;
        }
    }

    /// <summary>A channel of numbers.</summary>
    internal sealed class LongChannels(World world, int capacity, WhenFull whenFull)
        : Channels(world, capacity, whenFull)
    {
        private readonly LongChannel _channel = new(capacity, whenFull);

        protected override dynamic Channel => _channel;

        protected override bool TrySend(long item)
        {
            return _channel.TrySend(item);
        }

        protected override bool TryReceive(out long item)
        {
            return _channel.TryReceive(out item);
        }

        protected override QueuedFuture NewSend()
        {
            return _channel.NewSend();
        }

        protected override void ArmSend(QueuedFuture send, long item)
        {
            ((LongChannelSend)send).With(item);
        }

        protected override QueuedFuture NewReceive()
        {
            return _channel.NewReceive();
        }

        protected override long ResultOf(QueuedFuture receive)
        {
            return ((LongChannelReceive)receive).Result;
        }

        protected override bool IsClosed(QueuedFuture receive)
        {
            return ((LongChannelReceive)receive).IsClosed;
        }

        protected override bool IsSent(QueuedFuture send)
        {
            return ((LongChannelSend)send).IsSent;
        }
    }
}
