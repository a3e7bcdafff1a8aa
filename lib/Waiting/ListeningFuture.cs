namespace NanoExecutor
{
    /// <summary>
    /// A future that looks at something all may see, each for itself: it has a flag of its own, which is set whenever
    /// there may be something new.
    /// </summary>
    /// <remarks>
    /// <para>
    /// One that waits and is not polled any more holds up nobody. The waker it keeps is that of its latest poll; one
    /// pushed out by another is woken.
    /// </para>
    /// <para><b>Cancel</b> and <b>Detach:</b> it listens no more; the next poll looks again.</para>
    /// </remarks>
    public abstract class ListeningFuture : Future
    {
        /// <summary>Set when there may be something new. It lives as long as what is listened to.</summary>
        internal readonly WakerRegistration Flag = new WakerRegistration();

        /// <summary>The next in the list of all that were made to listen to the same.</summary>
        internal ListeningFuture Next;

        /// <summary>Whether the latest look, though not the end of the wait, was of use.</summary>
        private protected bool HasAdvanced;

        /// <summary>Whether the flag was set since the look before.</summary>
        private protected bool IsWoken;

        private bool _waits;

        private protected ListeningFuture()
        {
        }

        /// <summary>Whether it was polled and has neither finished nor been cancelled.</summary>
        public bool IsWaiting => _waits;

        /// <summary>Whether it waits for another task than the one that cancels or detaches it, and was refused.</summary>
        private protected bool IsNotItsOwn => Flag.IsRefused;

        /// <inheritdoc/>
        public sealed override Poll Poll(Waker waker)
        {
            if (waker == null)
            {
                throw Throw.NullWaker();
            }

            bool again = _waits;
            if (!again)
            {
                Begin();
                _waits = true;
            }

            // Register, then check.
            IsWoken = Flag.Register(waker, this);
            if (TryFinish())
            {
                _waits = false;
                Flag.Unregister();
                return Ready;
            }

            if (again && !HasAdvanced)
            {
                waker.Executor.CountSpurious();
            }

            return Pending;
        }

        /// <inheritdoc/>
        public override void Cancel()
        {
            if (!IsNotItsOwn)
            {
                _waits = false;
                Flag.Unregister();
            }
        }

        /// <inheritdoc/>
        public override void Detach()
        {
            if (!IsNotItsOwn)
            {
                Flag.Unregister();
            }
        }

        /// <summary>Takes note of what it waits for, if it is there.</summary>
        private protected abstract bool TryFinish();

        /// <summary>The first poll of a wait.</summary>
        private protected virtual void Begin()
        {
        }
    }

    /// <summary>
    /// All futures that were made to listen to one thing. One thread at a time adds to it, for good; any thread wakes
    /// them.
    /// </summary>
    internal sealed class Listeners
    {
        // The future is complete before the store that shows it, on the desktop too, which orders stores of references. One
        // that is added while others are woken looks for itself at its first poll.
        internal ListeningFuture First;

        internal void Add(ListeningFuture future)
        {
            future.Next = First;
            First = future;
        }

        /// <summary>Any thread.</summary>
        internal void WakeAll()
        {
            for (ListeningFuture future = First; future != null; future = future.Next)
            {
                future.Flag.Wake();
            }
        }

        /// <summary>How many wait. For the thread that polls them.</summary>
        internal int CountWaiting()
        {
            int count = 0;
            for (ListeningFuture future = First; future != null; future = future.Next)
            {
                if (future.IsWaiting)
                {
                    count++;
                }
            }

            return count;
        }
    }
}
