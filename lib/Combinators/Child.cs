namespace NanoExecutor
{
    /// <summary>
    /// One of several futures a combinator waits for at once, with a flag of its own: the waker it is polled with. The flag is
    /// set when the child has to be polled: it was woken, it is new, or it has moved to another executor. So a child is
    /// polled for its own sake and never for a sibling's.
    /// </summary>
    /// <remarks>
    /// <code>
    ///     New ──Advance──► Waiting ──Advance──► Done ──Renew──► New        Cancel: New, Waiting ──► New
    /// </code>
    /// A wake that comes for a child that is done stays in the flag and means nothing.
    /// </remarks>
    internal sealed class Child
    {
        /// <summary>Set when it has to be polled.</summary>
        internal readonly Waker Flag = new Waker();

        private readonly Future _future;
        private bool _isDone;

        internal Child(Future future)
        {
            _future = future;
            Flag.IsSet = true;
        }

        /// <summary>
        /// From now on its flag tells <paramref name="waker"/>, and stays as it is; <paramref name="poll"/> sets it.
        /// </summary>
        internal void Listen(Waker waker, bool poll)
        {
            if (Flag.Listen(waker) || poll)
            {
                Flag.IsSet = true;
            }
        }

        /// <summary>Polls it unless it is done; true if that finished it.</summary>
        internal bool Advance()
        {
            Flag.Take();
            if (_isDone || _future.Poll(Flag) == Poll.Pending)
            {
                return false;
            }

            _isDone = true;
            return true;
        }

        /// <summary>To be polled again although it was done.</summary>
        internal void Renew()
        {
            _isDone = false;
            Flag.IsSet = true;
        }

        /// <summary>Gives up what it waits for, unless it is done. The next poll is its first.</summary>
        internal void Cancel()
        {
            if (!_isDone)
            {
                Flag.Unlisten();
                Flag.IsSet = true;
                _future.Cancel();
            }
        }

        /// <summary>Cancels it, unless it is done, and has it polled soon.</summary>
        internal void Restart()
        {
            if (!_isDone)
            {
                _future.Cancel();
                Flag.Wake();
            }
        }

        /// <summary>Takes it off the executor that polled it, unless it is done. The next poll goes on.</summary>
        internal void Detach()
        {
            if (!_isDone)
            {
                Flag.Unlisten();
                Flag.IsSet = true;
                _future.Detach();
            }
        }
    }
}
