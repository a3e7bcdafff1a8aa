namespace NanoExecutor
{
    /// <summary>
    /// Gives another future only so much time: what <see cref="WithTimeout"/> and <see cref="WithDeadline"/> have in
    /// common. It is its own entry in the timer queue.
    /// </summary>
    public abstract class TimeLimit : TimedFuture
    {
        private readonly Future _child;
        private readonly bool _fromFirstPoll;
        private long _time;
        private bool _running;
        private bool _isFlag;

        private protected TimeLimit(Future child, bool fromFirstPoll)
        {
            _child = Checks.Child(child);
            _fromFirstPoll = fromFirstPoll;
        }

        /// <summary>Whether the time was up before the future was ready. Settled when this is ready.</summary>
        public bool TimedOut { get; private set; }

        /// <summary>Whether the future is under way.</summary>
        private protected bool IsRunning => _running;

        /// <inheritdoc/>
        /// <exception cref="System.InvalidOperationException">It is not armed.</exception>
        public override Poll Poll(Waker waker)
        {
            if (waker == null)
            {
                throw Throw.NullWaker();
            }

            bool first = !_running;
            if (!first && waker != Waker)
            {
                CheckOwner(waker);
            }

            if (first)
            {
                _time = TakeTime();
                _running = true;
                TimedOut = false;
            }

            try
            {
                Poll result = _child.Poll(waker);
                if (result == Ready)
                {
                    End();
                    return Ready;
                }

                if (result != Pending)
                {
                    throw Throw.NoPoll(_child, (int)result);
                }

                if (IsWaiting(waker) || IsTimeLeft(waker, first))
                {
                    return Pending;
                }
            }
            catch (System.Exception exception)
            {
                Cleanup.CancelAfterThrow(this);
                throw Throw.Again(exception);
            }

            End();
            TimedOut = true;
            _child.Cancel();
            return Ready;
        }

        /// <inheritdoc/>
        public override void Cancel()
        {
            if (_running && !IsNotItsOwn)
            {
                End();
                _child.Cancel();
            }
        }

        /// <inheritdoc/>
        public override void Detach()
        {
            if (IsNotItsOwn)
            {
                return;
            }

            base.Detach();
            if (_running)
            {
                _child.Detach();
            }
        }

        /// <summary>The time for this use, µs: from the first poll, or on the clock. Throws if there is none.</summary>
        private protected abstract long TakeTime();

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Child(_child);
        }

        // The usual case: polled for the sake of the future, with the time still running where it was. A waker that is
        // a flag stays the same when the group it belongs to moves to another executor.
        private bool IsWaiting(Waker waker)
        {
            return IsQueued && waker == Waker && (!_isFlag || Queue == waker.Executor.Timers);
        }

        private bool IsTimeLeft(Waker waker, bool first)
        {
            _isFlag = !(waker is TaskWaker);
            Executor executor = waker.Executor;
            if (first && _fromFirstPoll && _time != 0)
            {
                SetDeadline(executor.DeadlineAfter(_time), 0);
                Enqueue(waker, executor);
                return true;
            }

            if (IsQueued && Queue == executor.Timers)
            {
                Replace(waker);
                return true;
            }

            if (first)
            {
                SetDeadline(_time, 0);
            }

            return WaitUntil(waker) == Pending;
        }

        private void End()
        {
            _running = false;
            base.Detach();
        }
    }
}
