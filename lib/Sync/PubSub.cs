namespace NanoExecutor
{
    /// <summary>
    /// Sends messages to any number of subscribers, each of which gets all of them in order: a channel that keeps the
    /// last few for whoever is behind.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Any thread or interrupt publishes, several at once, and never waits: when the ring is full the oldest goes. A
    /// subscriber that has not taken it by then lags: it goes on with the oldest that is left, and is told how many it
    /// missed (<see cref="Subscriber.Missed"/>).
    /// </para>
    /// <para>
    /// Subscribers need no common executor: each may be polled by its own, as it has its own position. One that is not
    /// polled holds up nobody.
    /// </para>
    /// </remarks>
    public sealed class PubSub
    {
        internal readonly ObjectRing Ring;

        private readonly Listeners _subscribers = new Listeners();

        /// <summary>Makes a ring without subscribers.</summary>
        /// <param name="capacity">Messages that are kept, 1 to 65,536. All places are allocated here.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">The capacity is not 1 to 65,536.</exception>
        public PubSub(int capacity)
        {
            Ring = new ObjectRing(capacity, true, false);
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
        public Subscriber NewSubscriber()
        {
            Subscriber subscriber = new Subscriber(this);
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
        public bool Publish(object message)
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
    /// Ready when it has the next message of a <see cref="PubSub"/>, or when that is closed and there is none left.
    /// Awaited again and again.
    /// </summary>
    /// <remarks>
    /// <para><b>Poll:</b> a few field accesses. Allocates nothing.</para>
    /// <para><b>Cancel:</b> loses nothing: it goes on where it was, if that is still there by then.</para>
    /// </remarks>
    public sealed class Subscriber : ListeningFuture
    {
        private readonly ObjectRing _ring;
        private int _position;

        // The laps of the ring when it last looked.
        private int _laps;

        // Missed since the last result.
        private long _lag;

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.Subscriber).Outside();
        }

        internal Subscriber(PubSub source)
        {
            _ring = source.Ring;
            _position = _ring.Next;
            _laps = _ring.Laps;
        }

        /// <summary>The message it got last; the default if it is ready because the source is closed.</summary>
        public object Result { get; private set; }

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
                    object message = _ring.ItemAt(_position);

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

                    Result = default(object);
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
}
