namespace NanoExecutor
{
    /// <summary>What a channel does with an item for which it has no place.</summary>
    public enum WhenFull
    {
        /// <summary>The item is refused and stays with the sender, who may wait for a place.</summary>
        Refuse = 0,

        /// <summary>The oldest item is dropped and counted. The sender never waits.</summary>
        DropOldest = 1,

        /// <summary>The new item is dropped and counted. The sender never waits.</summary>
        DropNewest = 2,
    }

    /// <summary>
    /// A queue of limited length, of references, between tasks or from interrupts and threads to tasks.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Any thread or interrupt sends, several at once (<see cref="TrySend"/>); any number of tasks receive, and wait to
    /// send, all of one executor. An item is received once. Items leave in the order in which their places were
    /// claimed, so those of one sender in the order sent; tasks that wait are served in the order in which they came.
    /// <see cref="TrySend"/> does not wait in line: it may take a place before a task that waits for one.
    /// </para>
    /// <para>
    /// A place keeps its reference until it is used again, so that what was received may stay alive: send what lives on
    /// anyway, such as buffers that are passed round.
    /// </para>
    /// </remarks>
    public sealed class Channel
    {
        internal readonly WaitQueue Senders;
        internal readonly WaitQueue Receivers;
        internal readonly WhenFull WhenFull;
        internal readonly ObjectRing Ring;

        /// <summary>An item has come, or the channel was closed.</summary>
        internal readonly WakerRegistration Filled = new WakerRegistration();

        private readonly WakerRegistration _closed = new WakerRegistration();

        /// <summary>Makes a channel that refuses items when it is full.</summary>
        /// <param name="capacity">Items, 1 to 65,536. All places are allocated here.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">The capacity is not 1 to 65,536.</exception>
        public Channel(int capacity)
            : this(capacity, WhenFull.Refuse)
        {
        }

        /// <summary>Makes a channel.</summary>
        /// <param name="capacity">Items, 1 to 65,536. All places are allocated here.</param>
        /// <param name="whenFull">What happens to items when it is full.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">
        /// The capacity is not 1 to 65,536, or there is no such choice.
        /// </exception>
        public Channel(int capacity, WhenFull whenFull)
        {
            Ring = new ObjectRing(capacity, whenFull == WhenFull.DropOldest, true);
            WhenFull = (WhenFull)Checks.Choice("whenFull", (int)whenFull, (int)WhenFull.DropNewest);
            Receivers = new WaitQueue(Filled);
            Senders = new WaitQueue(_closed);
        }

        /// <summary>What to call it in a dump; null, as at first, for nothing.</summary>
        public string Name { get; set; }

        /// <summary>Items it holds at the most.</summary>
        public int Capacity => Ring.Limit;

        /// <summary>Items in it. Exact for tasks of its executor while nobody else sends.</summary>
        public int Count => Ring.Count;

        /// <summary>
        /// Items so far that were dropped because it was full, or that <c>TrySend</c> refused for that reason. Stays at
        /// int.MaxValue.
        /// </summary>
        public int Dropped => Ring.Dropped;

        /// <summary>Whether <see cref="Close"/> was called. What was sent before can still be received.</summary>
        public bool IsClosed => Ring.IsClosed;

        /// <summary>Futures that wait for an item.</summary>
        public int WaitingToReceive => Receivers.Count;

        /// <summary>Futures that wait for a place.</summary>
        public int WaitingToSend => Senders.Count;

        internal bool CanReceive => Ring.HasFront || Ring.IsDrained;

        internal bool CanSend => Ring.Count < Ring.Limit || Ring.IsClosed;

        /// <summary>Makes a future that sends. Allocates it: call it before the executor runs.</summary>
        /// <returns>A future, one for each task that waits to send.</returns>
        [Allocates("the future")]
        public ChannelSend NewSend()
        {
            return new ChannelSend(this);
        }

        /// <summary>Makes a future that receives. Allocates it: call it before the executor runs.</summary>
        /// <returns>A future, one for each task that waits to receive.</returns>
        [Allocates("the future")]
        public ChannelReceive NewReceive()
        {
            return new ChannelReceive(this);
        }

        /// <summary>
        /// Sends an item if there is a place, or makes one by dropping the oldest where that is what the channel does,
        /// and wakes the first that waits for an item. Any thread, task or interrupt; never blocks, allocates nothing.
        /// </summary>
        /// <param name="item">The item.</param>
        /// <returns>
        /// Whether the item is in the channel. False if it is full, which is counted in
        /// <see cref="Dropped"/>, or closed. A channel that drops its oldest item accepts all, but one:
        /// when a sender has been stopped in the middle of sending that oldest item, the new one is dropped and
        /// counted.
        /// </returns>
        public bool TrySend(object item)
        {
            if (Ring.TryPut(item))
            {
                Filled.Notify();
                return true;
            }

            if (!Ring.IsClosed)
            {
                Ring.CountDropped();
            }

            return false;
        }

        /// <summary>
        /// Receives an item if there is one and nobody waits for it. Only tasks of its executor; allocates nothing.
        /// </summary>
        /// <param name="item">The item.</param>
        /// <returns>Whether there was one.</returns>
        public bool TryReceive(out object item)
        {
            if (Receivers.First == null && Ring.TryTake())
            {
                item = Ring.Taken;
                Senders.WakeFirst();
                return true;
            }

            item = default(object);
            return false;
        }

        /// <summary>
        /// Accepts no item any more. Receivers get what is in it and then learn that it is closed; those that wait to
        /// send learn it now. Any thread, task or interrupt; never blocks, allocates nothing; a second call does
        /// nothing.
        /// </summary>
        public void Close()
        {
            if (Ring.Close())
            {
                Filled.Notify();
                _closed.Notify();
            }
        }
    }

    /// <summary>
    /// Ready when its item is in a <see cref="Channel"/>, or cannot get there any more. Armed for each item with
    /// <see cref="With"/>.
    /// </summary>
    /// <remarks>
    /// <para>
    /// It waits only for a channel that refuses items when it is full. For others it is ready at its first poll, and
    /// <see cref="IsSent"/> says what became of the item.
    /// </para>
    /// <para><b>Poll:</b> two interlocked operations at the most, and a wake. Allocates nothing.</para>
    /// <para>
    /// <b>Cancel:</b> leaves the line; the item is not sent. If there was a place for it, the next in line is woken.
    /// </para>
    /// </remarks>
    public sealed class ChannelSend : QueuedFuture
    {
        private readonly Channel _channel;
        private readonly ObjectRing _ring;
        private object _item;
        private bool _armed;
        private bool _isSent;

        internal ChannelSend(Channel channel)
            : base(channel.Senders, true)
        {
            _channel = channel;
            _ring = channel.Ring;
        }

        /// <summary>
        /// Whether the latest item is in the channel or was received; false while it waits, if it was dropped or
        /// cancelled, and if the channel was closed before there was a place.
        /// </summary>
        public bool IsSent => _isSent;

        internal override bool CanFinish => _channel.CanSend;

        /// <summary>Arms it to send an item.</summary>
        /// <param name="item">The item.</param>
        /// <returns>This future, to be awaited.</returns>
        /// <exception cref="System.InvalidOperationException">It is pending.</exception>
        public ChannelSend With(object item)
        {
            if (IsWaiting)
            {
                throw Throw.SendPending();
            }

            _armed = true;
            _isSent = false;
            _item = item;
            return this;
        }

        /// <inheritdoc/>
        public override void Cancel()
        {
            if (!IsNotItsOwn)
            {
                base.Cancel();
                _armed = false;
            }
        }

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            Place(to.Add(Words.ChannelSend).Of(_channel.Name)).Outside();
        }

        private protected override bool TryFinish()
        {
            _isSent = _ring.TryPut(_item);
            if (_isSent)
            {
                _channel.Filled.Notify();
            }
            else if (!_ring.IsClosed)
            {
                if (_channel.WhenFull == WhenFull.Refuse)
                {
                    return false;
                }

                _ring.CountDropped();
            }

            _armed = false;
            return true;
        }

        private protected override void Begin()
        {
            if (!_armed)
            {
                throw Throw.SendNotArmed();
            }
        }
    }

    /// <summary>
    /// Ready when it has received an item from a <see cref="Channel"/>, or when that is closed and empty. Awaited again
    /// and again.
    /// </summary>
    /// <remarks>
    /// <para><b>Poll:</b> a few field accesses; one interlocked operation in a channel that drops its oldest.</para>
    /// <para>
    /// <b>Cancel:</b> leaves the line. No item is lost: it is taken only by the poll that is ready, and what it was
    /// woken for goes to the next.
    /// </para>
    /// </remarks>
    public sealed class ChannelReceive : QueuedFuture
    {
        private readonly Channel _channel;
        private readonly ObjectRing _ring;
        private readonly WaitQueue _senders;
        private object _result;

        internal ChannelReceive(Channel channel)
            : base(channel.Receivers, false)
        {
            _channel = channel;
            _ring = channel.Ring;
            _senders = channel.Senders;
        }

        /// <summary>The item it received last.</summary>
        public object Result => _result;

        /// <summary>Whether it is ready because the channel is closed and empty, with no item.</summary>
        public bool IsClosed { get; private set; }

        internal override bool CanFinish => _channel.CanReceive;

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            Place(to.Add(Words.ChannelReceive).Of(_channel.Name)).Outside();
        }

        private protected override bool TryFinish()
        {
            if (_ring.TryTake())
            {
                _result = _ring.Taken;
                if (_senders.First != null)
                {
                    _senders.WakeFirst();
                }

                return true;
            }

            if (!_ring.IsDrained)
            {
                return false;
            }

            _result = default(object);
            IsClosed = true;
            return true;
        }
    }
}
