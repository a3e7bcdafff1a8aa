namespace NanoExecutor
{
    /// <summary>
    /// Hears of a poll that took longer than allowed, after it, on the thread that runs the executor. It should be
    /// quick.
    /// </summary>
    /// <param name="budget">Whose limit it was.</param>
    /// <param name="slot">The slot of the task; -1 when no executor polled it.</param>
    /// <param name="took">How long the poll took, µs.</param>
    public delegate void OverrunHook(Budget budget, int slot, long took);

    /// <summary>
    /// Limits how long one poll of a future may take: counts and reports the polls that take longer. Wrap the root of a
    /// task in it; tasks without one pay nothing.
    /// </summary>
    /// <remarks>
    /// <para>
    /// A poll cannot be cut short: everything else waits as long as the longest one, so this is for finding it. The
    /// time is that of the clock, and includes what interrupts and other threads took meanwhile. On a coarse clock a
    /// poll counts only if it was longer than the limit for certain: by up to a step more than that.
    /// </para>
    /// <para><b>Poll:</b> a poll of the future and two readings of the clock. Allocates nothing.</para>
    /// <para><b>Cancel:</b> cancels the future. The counts stay.</para>
    /// <para>
    /// When the future throws, or the hook does while the future is pending, the future is cancelled and the exception
    /// leaves the poll. A poll that throws is not measured. When the hook throws although the future is ready, the
    /// exception leaves the poll as well, and the next poll is ready: what the future has done is done.
    /// </para>
    /// </remarks>
    public sealed class Budget : Future
    {
        private readonly Future _child;
        private bool _running;

        // The waker of its latest poll, null once it was detached, and the handle of the task.
        private Waker _waker;
        private long _owner;

        // The future is ready, and the poll that found it so threw because of the hook.
        private bool _owesReady;

        /// <summary>Sets a limit to the polls of a future.</summary>
        /// <param name="future">The future.</param>
        /// <param name="limit">The longest allowed poll, µs, 0 to <see cref="Duration.Longest"/>.</param>
        /// <exception cref="System.ArgumentNullException">The future is null.</exception>
        /// <exception cref="System.ArgumentOutOfRangeException">The limit is negative or too long.</exception>
        public Budget(Future future, long limit)
        {
            _child = Checks.Child(future);
            Limit = Checks.Time("limit", limit);
        }

        /// <summary>Hears of each overrun; null for nobody.</summary>
        public OverrunHook OnOverrun { get; set; }

        /// <summary>The longest allowed poll, µs.</summary>
        public long Limit { get; }

        /// <summary>Polls so far that took longer than the limit; stays at int.MaxValue.</summary>
        public int Overruns { get; private set; }

        /// <summary>The longest poll so far, µs.</summary>
        public long Worst { get; private set; }

        /// <inheritdoc/>
        public override Poll Poll(Waker waker)
        {
            if (waker == null)
            {
                throw Throw.NullWaker();
            }

            if (_owesReady)
            {
                _owesReady = false;
                return Ready;
            }

            if (waker != _waker)
            {
                _owner = _running ? Ownership.Pass(_waker, _owner, waker, this) : Ownership.Of(waker);
                _waker = waker;
            }

            Executor executor = waker.Executor;
            long before = executor.ReadClock();
            _running = true;
            try
            {
                Poll result = _child.Poll(waker);
                if (result == Ready)
                {
                    _running = false;
                }
                else if (result != Pending)
                {
                    throw Throw.NoPoll(_child, (int)result);
                }

                Measure(waker, executor, before);
                return result;
            }
            catch (System.Exception exception)
            {
                Cleanup.CancelAfterThrow(this);
                throw Throw.Again(exception);
            }
        }

        /// <inheritdoc/>
        public override void Cancel()
        {
            if (_running && !Ownership.IsRefused(_waker, _owner))
            {
                _running = false;
                _child.Cancel();
            }
        }

        /// <inheritdoc/>
        public override void Detach()
        {
            if (_running && !Ownership.IsRefused(_waker, _owner))
            {
                _waker = null;
                _child.Detach();
            }
        }

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.Budget).Child(_child);
        }

        private void Measure(Waker waker, Executor executor, long before)
        {
            long took = executor.ReadClock() - before;
            if (took > Worst)
            {
                Worst = took;
            }

            if (took <= Limit || executor.PassedBetween(before, before + took) <= Limit)
            {
                return;
            }

            Overruns = Saturating.Next(Overruns);
            OverrunHook hook = OnOverrun;
            if (hook != null)
            {
                _owesReady = !_running;
                hook(this, waker.Task.Slot, took);
                _owesReady = false;
            }
        }
    }
}
