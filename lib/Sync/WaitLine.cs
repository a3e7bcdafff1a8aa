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
    /// What other threads change is announced by a flag of the thing itself (<see cref="Waker"/>). The first in line
    /// listens to it for all.
    /// </para>
    /// </remarks>
    internal sealed class WaitLine
    {
        /// <summary>Set by whoever changes what is waited for on another thread; null where nobody does.</summary>
        internal readonly WakerRegistration Flag;

        /// <summary>Whose turn it is; null if nobody waits.</summary>
        internal QueuedFuture First;

        private QueuedFuture _last;
        private int _count;

        internal WaitLine(WakerRegistration flag)
        {
            Flag = flag;
        }

        /// <summary>Futures that wait.</summary>
        internal int Count => _count;

        /// <summary>Lets a future stand behind all others.</summary>
        internal void Append(QueuedFuture future)
        {
            QueuedFuture last = _last;
            if (last == null)
            {
                First = future;
            }
            else
            {
                last.Behind = future;
                future.Ahead = last;
            }

            _last = future;
            _count++;
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
            _count--;
            if (behind == null)
            {
                _last = ahead;
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
            if (Flag != null)
            {
                Flag.Unregister();
            }

            if (behind != null && behind.Waker != null)
            {
                // Register, then check.
                if (Flag != null)
                {
                    Flag.Register(behind.Waker, null);
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

        /// <summary>Nobody listens to the flag any more; it stays as it is.</summary>
        internal void Unregister()
        {
            if (Flag != null)
            {
                Flag.Unregister();
            }
        }
    }
}
