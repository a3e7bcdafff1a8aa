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
    /// missed (<see cref="BoundedSubscriber.Missed"/>).
    /// </para>
    /// <para>
    /// Subscribers need no common executor: each may be polled by its own, as it has its own position. One that is not
    /// polled holds up nobody.
    /// </para>
    /// </remarks>
    public sealed class PubSub : BoundedPubSub
    {
        internal readonly ObjectRing Ring;

        /// <summary>Makes a ring without subscribers.</summary>
        /// <param name="capacity">Messages that are kept, 1 to 65,536. All places are allocated here.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">The capacity is not 1 to 65,536.</exception>
        public PubSub(int capacity)
            : this(new ObjectRing(capacity, true, false))
        {
        }

        private PubSub(ObjectRing ring)
            : base(ring)
        {
            Ring = ring;
        }

        /// <summary>
        /// Makes a subscriber, which gets what is published from now on. Allocates it: call it before the executor
        /// runs, on one thread at a time. It stays subscribed for good.
        /// </summary>
        /// <returns>A subscriber, one for each task that listens.</returns>
        [Allocates("the subscriber")]
        public Subscriber NewSubscriber()
        {
            Subscriber subscriber = new Subscriber(this);
            Subscribers.Add(subscriber);
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
            return Ring.TryPut(message) ? Sent() : Refused();
        }
    }
}
