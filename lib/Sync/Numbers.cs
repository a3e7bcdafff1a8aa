// Written from Mailbox.cs, BoundedRing.cs, Signal.cs, Watch.cs, PubSub.cs, Channel.cs;
// tests/Repository compares it and says how to write it again. Change those, not this.
using System.Threading;

namespace NanoExecutor
{
    /// <summary>The <see cref="Mailbox"/> of values that are each a number.</summary>
    internal sealed class LongMailbox : Mailbox
    {
        /// <summary>What was taken last. The taker.</summary>
        internal long Taken;

        private readonly long[] _values;

        internal LongMailbox(int writers)
            : base(writers)
        {
            _values = new long[Places];
        }

        /// <summary>Replaces the latest value; false if more threads than declared are at it. Any thread.</summary>
        internal bool TryPut(long value)
        {
            int place = Claim();                                        // P1
            if (place < 0)
            {
                return false;
            }

            _values[place] = value;                                     // P2
            int before = Interlocked.Exchange(ref Newest, place + 1);   // P3
            if (before != 0)
            {
                Replace(before - 1);
            }

            return true;
        }

        /// <summary>Takes the latest value into <see cref="Taken"/>; false if there is none. The taker.</summary>
        internal bool TryTake()
        {
            if (Newest == 0)
            {
                return false;
            }

            int place = Interlocked.Exchange(ref Newest, 0) - 1;        // T1
            Taken = _values[place];                                     // T2
            Fence.Full();
            Owned[place] = 0;                                           // T3
            return true;
        }
    }

    /// <summary>A <see cref="BoundedRing"/> of numbers.</summary>
    internal sealed class LongRing : BoundedRing
    {
        /// <summary>What was taken last. The taker.</summary>
        internal long Taken;

        private readonly long[] _items;

        internal LongRing(int capacity, bool dropsOldest, bool countsOldest)
            : base(capacity, dropsOldest, countsOldest)
        {
            _items = new long[Mask + 1];
        }

        /// <summary>Puts an item behind all others; false if the ring is full or closed. Any thread.</summary>
        internal bool TryPut(long item)
        {
            int ticket = Claim();                                       // P1
            if (ticket == None)
            {
                return false;
            }

            int place = (ticket >> 1) & Mask;
            _items[place] = item;                                       // P2
            Fence.Full();
            Marks[place] = ticket + One;                                // P3
            return true;
        }

        /// <summary>Takes the oldest item into <see cref="Taken"/>; false if there is none. The taker.</summary>
        internal bool TryTake()
        {
            while (true)
            {
                int ticket = Tail;
                int place = (ticket >> 1) & Mask;
                if (Marks[place] == ticket + One)                       // T1
                {
                    Fence.Full();
                    Taken = _items[place];                              // T2
                    if (!DropsOldest)
                    {
                        Tail = ticket + One;                            // T3
                        return true;
                    }

                    if (Interlocked.CompareExchange(ref Tail, ticket + One, ticket) == ticket)
                    {
                        return true;
                    }
                }
                else if (Tail == ticket)
                {
                    return false;
                }
            }
        }

        /// <summary>
        /// What stands in the place of a ticket; of use only if the ticket is not past afterwards. Any thread.
        /// </summary>
        internal long ItemAt(int ticket)
        {
            return _items[(ticket >> 1) & Mask];
        }
    }

    /// <summary>
    /// Hands the latest value over, a number: a new one replaces one that was not taken. For what counts only as it
    /// is now, such as a set point or the last measurement.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Any thread or interrupt sets it, several at once; only tasks of one executor wait. Each value is taken once or
    /// replaced, by one of those that wait, in the order in which they came. For values that every reader has to see
    /// there is <see cref="LongWatch"/>.
    /// </para>
    /// </remarks>
    public sealed class LongSignal
    {
        internal readonly WaitQueue Line;
        internal readonly LongMailbox Values;

        /// <summary>A value has come.</summary>
        private readonly WakerRegistration _filled = new WakerRegistration();

        /// <summary>Makes a signal that up to four threads and interrupts set at the very same time.</summary>
        public LongSignal()
            : this(Mailbox.UsualWriters)
        {
        }

        /// <summary>Makes a signal.</summary>
        /// <param name="writers">
        /// Threads that may be in the middle of <see cref="Set"/> at once, 1 to 64. All interrupts of nanoCLR are one
        /// thread, its timers another.
        /// </param>
        /// <exception cref="System.ArgumentOutOfRangeException">The number is not 1 to 64.</exception>
        public LongSignal(int writers)
        {
            Values = new LongMailbox(writers);
            Line = new WaitQueue(_filled);
        }

        /// <summary>Whether there is a value that was not taken.</summary>
        public bool IsSet => Values.HasValue;

        /// <summary>Values so far that a later one replaced before they were taken; stays at int.MaxValue.</summary>
        public int Replaced => Values.Replaced;

        /// <summary>
        /// Values so far that were refused because more threads than declared set it at once; stays at int.MaxValue.
        /// </summary>
        public int Dropped => Values.Dropped;

        /// <summary>Futures that wait for a value.</summary>
        public int Waiting => Line.Count;

        /// <summary>Makes a future that waits for a value. Allocates it: call it before the executor runs.</summary>
        /// <returns>A future, one for each task that waits.</returns>
        [Allocates("the future")]
        public LongSignalWait NewWait()
        {
            return new LongSignalWait(this);
        }

        /// <summary>
        /// Sets the value, in the place of one that was not taken, and wakes the first that waits. Any thread, task or
        /// interrupt; never blocks, allocates nothing.
        /// </summary>
        /// <param name="value">The value. It counts as of the end of this call.</param>
        /// <returns>False, and counted, if more threads than declared are in the middle of this call.</returns>
        public bool Set(long value)
        {
            if (!Values.TryPut(value))
            {
                return false;
            }

            _filled.Notify();
            return true;
        }

        /// <summary>Takes the value if there is one and nobody waits for it. Only tasks of its executor.</summary>
        /// <param name="value">The value.</param>
        /// <returns>Whether there was one.</returns>
        public bool TryTake(out long value)
        {
            if (Line.First == null && Values.TryTake())
            {
                value = Values.Taken;
                return true;
            }

            value = default(long);
            return false;
        }
    }

    /// <summary>Ready when it has taken the value of a <see cref="LongSignal"/>. Awaited again and again.</summary>
    /// <remarks>
    /// <para><b>Poll:</b> an exchange when there is a value, else a few field accesses. Allocates nothing.</para>
    /// <para>
    /// <b>Cancel:</b> leaves the line. A value that came stays in the signal, and what it was woken for goes to the
    /// next.
    /// </para>
    /// </remarks>
    public sealed class LongSignalWait : QueuedFuture
    {
        private readonly LongSignal _signal;
        private long _result;

        internal LongSignalWait(LongSignal signal)
            : base(signal.Line, false)
        {
            _signal = signal;
        }

        /// <summary>The value it took last.</summary>
        public long Result => _result;

        internal override bool CanFinish => _signal.Values.HasValue;

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.LongSignalWait).Outside();
        }

        private protected override bool TryFinish()
        {
            if (!_signal.Values.TryTake())
            {
                return false;
            }

            _result = _signal.Values.Taken;
            return true;
        }
    }

    /// <summary>
    /// Shows the latest value, a number, to any number of readers: each learns of the newest one it has not seen.
    /// For a state that several tasks follow.
    /// </summary>
    /// <remarks>
    /// Any thread or interrupt sets it, several at once; the readers are polled by one executor. A value that comes
    /// before a reader has seen the one before replaces it; a reader that is slow holds up nobody.
    /// </remarks>
    public sealed class LongWatch
    {
        /// <summary>Counts the values that readers could see; 0 before the first.</summary>
        internal long Version;

        /// <summary>The value taken over last.</summary>
        internal long Pulled;

        private readonly Listeners _readers = new Listeners();
        private readonly LongMailbox _latest;

        /// <summary>
        /// Makes a watch without a value that up to four threads and interrupts set at the very same time.
        /// </summary>
        public LongWatch()
            : this(Mailbox.UsualWriters)
        {
        }

        /// <summary>Makes a watch without a value.</summary>
        /// <param name="writers">
        /// Threads that may be in the middle of <see cref="Set"/> at once, 1 to 64. All interrupts of nanoCLR are one
        /// thread, its timers another.
        /// </param>
        /// <exception cref="System.ArgumentOutOfRangeException">The number is not 1 to 64.</exception>
        public LongWatch(int writers)
        {
            _latest = new LongMailbox(writers);
        }

        /// <summary>
        /// Values so far that were refused because more threads than declared set it at once; stays at int.MaxValue.
        /// </summary>
        public int Dropped => _latest.Dropped;

        /// <summary>Readers that wait. Looks at all that were made.</summary>
        public int Waiting => _readers.CountWaiting();

        /// <summary>
        /// The latest value; the default before the first. Only tasks of the executor of its readers.
        /// </summary>
        public long Value
        {
            get
            {
                Pull();
                return Pulled;
            }
        }

        /// <summary>
        /// Makes a reader, to which a value that is there already is new. Allocates it: call it before the executor
        /// runs, on one thread at a time.
        /// </summary>
        /// <returns>A reader, one for each task that follows the value.</returns>
        [Allocates("the reader")]
        public LongWatchReader NewReader()
        {
            LongWatchReader reader = new LongWatchReader(this);
            _readers.Add(reader);
            return reader;
        }

        /// <summary>
        /// Sets the value and wakes all readers that wait. Any thread, task or interrupt; never blocks, allocates
        /// nothing. Takes a little longer for each reader that was made.
        /// </summary>
        /// <param name="value">The value. It counts as of the end of this call.</param>
        /// <returns>False, and counted, if more threads than declared are in the middle of this call.</returns>
        public bool Set(long value)
        {
            if (!_latest.TryPut(value))
            {
                return false;
            }

            _readers.WakeAll();
            return true;
        }

        /// <summary>
        /// Takes over what was set since the last look. Whoever takes it over, each reader was woken for it.
        /// </summary>
        internal void Pull()
        {
            if (_latest.TryTake())
            {
                Pulled = _latest.Taken;
                Version++;
            }
        }
    }

    /// <summary>Ready when a <see cref="LongWatch"/> has a value that it has not seen. Awaited again and again.</summary>
    /// <remarks>
    /// <para><b>Poll:</b> an exchange when there is a new value, else a few field accesses. Allocates nothing.</para>
    /// <para><b>Cancel:</b> loses nothing: the value is new to the next poll.</para>
    /// </remarks>
    public sealed class LongWatchReader : ListeningFuture
    {
        private readonly LongWatch _watch;
        private long _seen;

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.LongWatchReader).Outside();
        }

        internal LongWatchReader(LongWatch watch)
        {
            _watch = watch;
        }

        /// <summary>The value it saw last.</summary>
        public long Result { get; private set; }

        private protected override bool TryFinish()
        {
            _watch.Pull();
            if (_watch.Version == _seen)
            {
                return false;
            }

            _seen = _watch.Version;
            Result = _watch.Pulled;
            return true;
        }
    }

    /// <summary>
    /// Sends messages to any number of subscribers, each of which gets all of them in order: a channel that keeps the
    /// last few for whoever is behind.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Any thread or interrupt publishes, several at once, and never waits: when the ring is full the oldest goes. A
    /// subscriber that has not taken it by then lags: it goes on with the oldest that is left, and is told how many it
    /// missed (<see cref="LongSubscriber.Missed"/>).
    /// </para>
    /// <para>
    /// Subscribers need no common executor: each may be polled by its own, as it has its own position. One that is not
    /// polled holds up nobody.
    /// </para>
    /// </remarks>
    public sealed class LongPubSub
    {
        internal readonly LongRing Ring;

        private readonly Listeners _subscribers = new Listeners();

        /// <summary>Makes a ring without subscribers.</summary>
        /// <param name="capacity">Messages that are kept, 1 to 65,536. All places are allocated here.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">The capacity is not 1 to 65,536.</exception>
        public LongPubSub(int capacity)
        {
            Ring = new LongRing(capacity, true, false);
        }

        /// <summary>Messages that are kept at the most.</summary>
        public int Capacity => Ring.Limit;

        /// <summary>
        /// Messages that <c>Publish</c> refused so far; stays at int.MaxValue. Who missed what, each subscriber says.
        /// </summary>
        public int Dropped => Ring.Dropped;

        /// <summary>Whether <see cref="Close"/> was called.</summary>
        public bool IsClosed => Ring.IsClosed;

        /// <summary>Subscribers that wait. Looks at all that were made.</summary>
        public int Waiting => _subscribers.CountWaiting();

        /// <summary>
        /// Makes a subscriber, which gets what is published from now on. Allocates it: call it before the executor
        /// runs, on one thread at a time. It stays subscribed for good.
        /// </summary>
        /// <returns>A subscriber, one for each task that listens.</returns>
        [Allocates("the subscriber")]
        public LongSubscriber NewSubscriber()
        {
            LongSubscriber subscriber = new LongSubscriber(this);
            _subscribers.Add(subscriber);
            return subscriber;
        }

        /// <summary>
        /// Publishes a message and wakes the subscribers that wait. Any thread, task or interrupt; never blocks,
        /// allocates nothing. Takes a little longer for each subscriber that was made.
        /// </summary>
        /// <param name="message">The message.</param>
        /// <returns>
        /// False if it is closed. False, and counted, if a publisher has been stopped in the middle of publishing what
        /// is the oldest message now: that one cannot go, so the new one does.
        /// </returns>
        public bool Publish(long message)
        {
            if (Ring.TryPut(message))
            {
                _subscribers.WakeAll();
                return true;
            }

            if (!Ring.IsClosed)
            {
                Ring.CountDropped();
            }

            return false;
        }

        /// <summary>
        /// Accepts no message any more. Subscribers get what is left and then learn that it is closed. Any thread, task
        /// or interrupt; never blocks, allocates nothing; a second call does nothing.
        /// </summary>
        public void Close()
        {
            if (Ring.Close())
            {
                _subscribers.WakeAll();
            }
        }
    }

    /// <summary>
    /// Ready when it has the next message of a <see cref="LongPubSub"/>, or when that is closed and there is none left.
    /// Awaited again and again.
    /// </summary>
    /// <remarks>
    /// <para><b>Poll:</b> a few field accesses. Allocates nothing.</para>
    /// <para><b>Cancel:</b> loses nothing: it goes on where it was, if that is still there by then.</para>
    /// </remarks>
    public sealed class LongSubscriber : ListeningFuture
    {
        private readonly LongRing _ring;
        private int _position;

        // The laps of the ring when it last looked.
        private int _laps;

        // Missed since the last result.
        private long _lag;

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.LongSubscriber).Outside();
        }

        internal LongSubscriber(LongPubSub source)
        {
            _ring = source.Ring;
            _position = _ring.Next;
            _laps = _ring.Laps;
        }

        /// <summary>The message it got last; the default if it is ready because the source is closed.</summary>
        public long Result { get; private set; }

        /// <summary>Whether it is ready because the source is closed and nothing is left.</summary>
        public bool IsClosed { get; private set; }

        /// <summary>
        /// Messages that it missed just before its result, because it was behind; int.MaxValue for more.
        /// </summary>
        public int Missed { get; private set; }

        /// <summary>Messages that it missed so far.</summary>
        public long MissedInAll { get; private set; }

        private protected override bool TryFinish()
        {
            while (true)
            {
                int behind = _ring.Oldest - _position;
                int laps = _ring.Laps - _laps;
                if (behind > 0 || laps != 0)
                {
                    PassOver(behind, laps);
                }

                if (_ring.IsFilled(_position))
                {
                    long message = _ring.ItemAt(_position);

                    // What was read counts only if it was not replaced meanwhile.
                    if (!_ring.IsPast(_position))
                    {
                        Result = message;
                        _position += PermitCounter.One;
                        break;
                    }
                }
                else if (!_ring.IsPast(_position))
                {
                    if (!_ring.IsClosed || _ring.Next != _position)
                    {
                        return false;
                    }

                    Result = default(long);
                    IsClosed = true;
                    break;
                }
            }

            Missed = Saturating.Int(_lag);
            MissedInAll += _lag;
            _lag = 0;
            return true;
        }

        // What the ring no longer has. It may have gone round several times since the look before.
        private void PassOver(int behind, int laps)
        {
            _laps += laps;
            long missed = Lap.Distance(behind, laps);
            if (missed > 0)
            {
                _lag += missed / PermitCounter.One;
                _position += behind;
            }
        }
    }

    /// <summary>
    /// A queue of limited length, of numbers, between tasks or from interrupts and threads to tasks.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Any thread or interrupt sends, several at once (<see cref="TrySend"/>); any number of tasks receive, and wait to
    /// send, all of one executor. An item is received once. Items leave in the order in which their places were
    /// claimed, so those of one sender in the order sent; tasks that wait are served in the order in which they came.
    /// <see cref="TrySend"/> does not wait in line: it may take a place before a task that waits for one.
    /// </para>
    /// </remarks>
    public sealed class LongChannel
    {
        internal readonly WaitQueue Senders;
        internal readonly WaitQueue Receivers;
        internal readonly WhenFull WhenFull;
        internal readonly LongRing Ring;

        /// <summary>An item has come, or the channel was closed.</summary>
        internal readonly WakerRegistration Filled = new WakerRegistration();

        private readonly WakerRegistration _closed = new WakerRegistration();

        /// <summary>Makes a channel that refuses items when it is full.</summary>
        /// <param name="capacity">Items, 1 to 65,536. All places are allocated here.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">The capacity is not 1 to 65,536.</exception>
        public LongChannel(int capacity)
            : this(capacity, WhenFull.Refuse)
        {
        }

        /// <summary>Makes a channel.</summary>
        /// <param name="capacity">Items, 1 to 65,536. All places are allocated here.</param>
        /// <param name="whenFull">What happens to items when it is full.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">
        /// The capacity is not 1 to 65,536, or there is no such choice.
        /// </exception>
        public LongChannel(int capacity, WhenFull whenFull)
        {
            Ring = new LongRing(capacity, whenFull == WhenFull.DropOldest, true);
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
        public LongChannelSend NewSend()
        {
            return new LongChannelSend(this);
        }

        /// <summary>Makes a future that receives. Allocates it: call it before the executor runs.</summary>
        /// <returns>A future, one for each task that waits to receive.</returns>
        [Allocates("the future")]
        public LongChannelReceive NewReceive()
        {
            return new LongChannelReceive(this);
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
        public bool TrySend(long item)
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
        public bool TryReceive(out long item)
        {
            if (Receivers.First == null && Ring.TryTake())
            {
                item = Ring.Taken;
                Senders.WakeFirst();
                return true;
            }

            item = default(long);
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
    /// Ready when its item is in a <see cref="LongChannel"/>, or cannot get there any more. Armed for each item with
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
    public sealed class LongChannelSend : QueuedFuture
    {
        private readonly LongChannel _channel;
        private readonly LongRing _ring;
        private long _item;
        private bool _armed;
        private bool _isSent;

        internal LongChannelSend(LongChannel channel)
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
        public LongChannelSend With(long item)
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
            Place(to.Add(Words.LongChannelSend).Of(_channel.Name)).Outside();
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
    /// Ready when it has received an item from a <see cref="LongChannel"/>, or when that is closed and empty. Awaited again
    /// and again.
    /// </summary>
    /// <remarks>
    /// <para><b>Poll:</b> a few field accesses; one interlocked operation in a channel that drops its oldest.</para>
    /// <para>
    /// <b>Cancel:</b> leaves the line. No item is lost: it is taken only by the poll that is ready, and what it was
    /// woken for goes to the next.
    /// </para>
    /// </remarks>
    public sealed class LongChannelReceive : QueuedFuture
    {
        private readonly LongChannel _channel;
        private readonly LongRing _ring;
        private readonly WaitQueue _senders;
        private long _result;

        internal LongChannelReceive(LongChannel channel)
            : base(channel.Receivers, false)
        {
            _channel = channel;
            _ring = channel.Ring;
            _senders = channel.Senders;
        }

        /// <summary>The item it received last.</summary>
        public long Result => _result;

        /// <summary>Whether it is ready because the channel is closed and empty, with no item.</summary>
        public bool IsClosed { get; private set; }

        internal override bool CanFinish => _channel.CanReceive;

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            Place(to.Add(Words.LongChannelReceive).Of(_channel.Name)).Outside();
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

            _result = default(long);
            IsClosed = true;
            return true;
        }
    }
}
