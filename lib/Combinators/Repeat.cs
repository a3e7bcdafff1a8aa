namespace NanoExecutor
{
    /// <summary>
    /// Awaits one future again and again; ready when it has been ready a given number of times, or when nobody arms it
    /// any more. Itself awaited again and again.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The next round begins in the poll that ended the last one, but only once: a future that is always ready gives
    /// way to the other tasks after each two rounds.
    /// </para>
    /// <para>
    /// It gives as many rounds as were asked, an <see cref="IRearm"/> may end it sooner. Without one the future is
    /// simply polled again, which suits those that need no arming: an <see cref="Interval"/>, a <see cref="Sequence"/>
    /// of such.
    /// </para>
    /// <para><b>Poll:</b> one or two polls of the future. Allocates nothing.</para>
    /// <para><b>Cancel:</b> cancels the future and counts from 0 again.</para>
    /// <para>When the future throws, it is cancelled, the exception leaves the poll, and it counts from 0 again.</para>
    /// </remarks>
    public sealed class Repeat : Future
    {
        /// <summary>For a repeat that has no end of its own.</summary>
        public const int Forever = int.MaxValue;

        private readonly Future _child;
        private readonly IRearm _rearm;
        private readonly int _times;
        private bool _running;

        // The waker of its latest poll, null once it was detached, and the handle of the task.
        private Waker _waker;
        private long _owner;

        /// <summary>Repeats a future that needs no arming.</summary>
        /// <param name="future">The future.</param>
        /// <param name="times">1 to <see cref="Forever"/>.</param>
        /// <exception cref="System.ArgumentNullException">The future is null.</exception>
        /// <exception cref="System.ArgumentOutOfRangeException">The number is not positive.</exception>
        public Repeat(Future future, int times)
            : this(future, times, null)
        {
        }

        /// <summary>Repeats a future that is armed before each round.</summary>
        /// <param name="future">The future.</param>
        /// <param name="times">The most rounds, 1 to <see cref="Forever"/>.</param>
        /// <param name="rearm">Arms it, or says that it was enough; null for nobody.</param>
        /// <exception cref="System.ArgumentNullException">The future is null.</exception>
        /// <exception cref="System.ArgumentOutOfRangeException">The number is not positive.</exception>
        public Repeat(Future future, int times, IRearm rearm)
        {
            _child = Checks.Child(future);
            _times = Checks.Times("times", times);
            _rearm = rearm;
        }

        /// <summary>Rounds finished since it began.</summary>
        public long Rounds { get; private set; }

        /// <inheritdoc/>
        public override Poll Poll(Waker waker)
        {
            if (waker == null)
            {
                throw Throw.NullWaker();
            }

            if (waker != _waker)
            {
                _owner = _running ? Ownership.Pass(_waker, _owner, waker, this) : Ownership.Of(waker);
                _waker = waker;
            }

            try
            {
                Poll result = Pending;
                if (!_running)
                {
                    _running = true;
                    Rounds = 0;
                    result = Arm();
                }

                bool begunHere = false;
                while (result == Pending && IsChildReady(waker))
                {
                    Rounds++;
                    result = Arm();
                    if (begunHere && result == Pending)
                    {
                        waker.Wake();
                        break;
                    }

                    begunHere = true;
                }

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
            to.Add(Words.Repeat).Add(Words.Round).Number(Rounds + 1).Child(_child);
        }

        private bool IsChildReady(Waker waker)
        {
            Poll result = _child.Poll(waker);
            if (result != Ready && result != Pending)
            {
                throw Throw.NoPoll(_child, (int)result);
            }

            return result == Ready;
        }

        // Ready when there is no further round.
        private Poll Arm()
        {
            if ((Rounds >= _times && _times != Forever) || (_rearm != null && !_rearm.Rearm(Rounds)))
            {
                _running = false;
                return Ready;
            }

            return Pending;
        }
    }
}
