namespace NanoExecutor
{
    /// <summary>
    /// The futures that wait for one thing, first come first served. They are linked to each other, so that waiting
    /// makes nothing. Only the thread of the executor whose tasks wait uses it.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Nobody is given anything here. Whose turn it may be is told to look, and takes what is there at its poll; nobody
    /// else can have taken it, because who comes later stands behind. So a wake that was given and not used, by one
    /// that was cancelled, needs only to be told to the next: what it announced is still there.
    /// </para>
    /// <para>
    /// What other threads change is announced to the first in line, which listens for all: it registers before each look
    /// (<see cref="Waker"/>), so a change that it did not see wakes it.
    /// </para>
    /// </remarks>
    internal sealed class WaitQueue
    {
        /// <summary>Notified by whoever changes what is waited for on another thread; null where nobody does.</summary>
        internal readonly WakerRegistration Announced;

        /// <summary>Whose turn it is; null if nobody waits.</summary>
        internal QueuedFuture First;

        /// <summary>Who came last; null if nobody waits.</summary>
        internal QueuedFuture Last;

        internal WaitQueue(WakerRegistration announced)
        {
            Announced = announced;
        }

        /// <summary>Futures that wait. Walks the line.</summary>
        internal int Count
        {
            get
            {
                int count = 0;
                for (QueuedFuture future = First; future != null; future = future.Behind)
                {
                    count++;
                }

                return count;
            }
        }

        /// <summary>
        /// Takes a future out of the line. If it was the first, the next takes its place and is told to look.
        /// </summary>
        internal void Remove(QueuedFuture future)
        {
            QueuedFuture ahead = future.Ahead;
            QueuedFuture behind = future.Behind;
            future.Ahead = null;
            future.Behind = null;
            if (behind == null)
            {
                Last = ahead;
            }
            else
            {
                behind.Ahead = ahead;
            }

            if (ahead != null)
            {
                ahead.Behind = behind;
                return;
            }

            First = behind;
            WakerRegistration announced = Announced;
            if (announced != null)
            {
                announced.Unregister();
            }

            if (behind != null && behind.Waker != null)
            {
                // Register, then check.
                if (announced != null)
                {
                    announced.Listen(behind.Waker);
                }

                WakeFirst();
            }
        }

        /// <summary>
        /// The first in line is to look, if there is something for it. It needs no wake if it is on its way elsewhere.
        /// </summary>
        internal void WakeFirst()
        {
            QueuedFuture first = First;
            if (first != null && first.Waker != null && first.CanFinish)
            {
                first.Waker.Wake();
            }
        }

        /// <summary>Nobody listens any more.</summary>
        internal void Unregister()
        {
            if (Announced != null)
            {
                Announced.Unregister();
            }
        }
    }
}
