namespace NanoExecutor
{
    /// <summary>A queue of limited length, of numbers, between tasks or from interrupts and threads to tasks.</summary>
    /// <remarks>
    /// <para>
    /// Any thread or interrupt sends, several at once (<see cref="TrySend"/>); any number of tasks receive, and wait to
    /// send, all of one executor. An item is received once. Items leave in the order in which their places were
    /// claimed, so those of one sender in the order sent; tasks that wait are served in the order in which they came.
    /// <see cref="TrySend"/> does not wait in line: it may take a place before a task that waits for one.
    /// </para>
    /// </remarks>
    public sealed class LongChannel : BoundedChannel
    {
        internal readonly LongRing Ring;

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
            : this(new LongRing(capacity, whenFull == WhenFull.DropOldest, true), whenFull)
        {
        }

        private LongChannel(LongRing ring, WhenFull whenFull)
            : base(ring, whenFull)
        {
            Ring = ring;
        }

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
        /// <param name="item">The item; an int fits as well.</param>
        /// <returns>
        /// Whether the item is in the channel. False if it is full, which is counted in
        /// <see cref="BoundedChannel.Dropped"/>, or closed. A channel that drops its oldest item accepts all, but one:
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
                CountDropped();
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
    }
}
