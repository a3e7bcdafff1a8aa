using System;

namespace NanoExecutor
{
    /// <summary>
    /// Arms a future that may fail without throwing, and says whether it did: what <see cref="Retry"/> asks.
    /// </summary>
    public interface IAttempt : IRearm
    {
        /// <summary>Whether the round that has just finished failed. Asked once, when the future is ready.</summary>
        bool Failed { get; }
    }

    /// <summary>
    /// Awaits a future that may fail, and again after a pause when it did, up to a number of attempts. Awaited again
    /// and again.
    /// </summary>
    /// <remarks>
    /// <para>
    /// An attempt has failed when the future throws, or when it is ready and its <see cref="IAttempt"/> says so. After
    /// the last one that failed by its report this is ready with <see cref="Succeeded"/> false; an exception of the
    /// last attempt leaves the poll.
    /// </para>
    /// <para>
    /// A future that threw is cancelled before it is armed and polled again; what it throws then is dropped, as part of
    /// the attempt that has failed. A pause takes a place in the timer queue.
    /// </para>
    /// <para><b>Poll:</b> a poll of the future. Allocates nothing but what an exception costs.</para>
    /// <para><b>Cancel:</b> cancels the future or ends the pause, and counts attempts from 0 again.</para>
    /// </remarks>
    public sealed class Retry : Future
    {
        private const int Idle = 0;
        private const int Next = 1;
        private const int Running = 2;
        private const int Pausing = 3;

        private const int Forever = int.MaxValue;

        private readonly Future _child;
        private readonly IAttempt _attempt;
        private readonly Backoff _backoff;
        private readonly int _max;
        private readonly Delay _pause = new Delay();
        // The waker of its latest poll, null once it was detached, and the handle of the task.
        private Waker _waker;
        private long _owner;
        private int _state;
        private long _attempts;

        /// <summary>Retries a future that needs no arming and fails by throwing.</summary>
        /// <param name="future">The future.</param>
        /// <param name="max">Attempts, 1 or more; int.MaxValue for no end.</param>
        /// <param name="backoff">The pause between two attempts.</param>
        /// <exception cref="ArgumentNullException">The future or the backoff is null.</exception>
        /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
        public Retry(Future future, int max, Backoff backoff)
            : this(future, max, backoff, null)
        {
        }

        /// <summary>Retries a future that is armed before each attempt and may report a failure.</summary>
        /// <param name="future">The future.</param>
        /// <param name="max">Attempts, 1 or more; int.MaxValue for no end.</param>
        /// <param name="backoff">The pause between two attempts.</param>
        /// <param name="attempt">
        /// Arms the future, gives up early by refusing to, and says whether an attempt failed. Null for nobody.
        /// </param>
        /// <exception cref="ArgumentNullException">The future or the backoff is null.</exception>
        /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
        public Retry(Future future, int max, Backoff backoff, IAttempt attempt)
        {
            if (backoff == null)
            {
                throw Throw.NullBackoff();
            }

            _child = Checks.Child(future);
            _max = Checks.Times("max", max);
            _backoff = backoff;
            _attempt = attempt;
        }

        /// <summary>Attempts begun since it began; stays at int.MaxValue, where it does not end.</summary>
        public int Attempts => Saturating.Int(_attempts);

        /// <summary>Whether the last attempt succeeded. Settled when this is ready.</summary>
        public bool Succeeded { get; private set; }

        /// <summary>What the latest attempt that threw has thrown since it began; null if none did.</summary>
        public Exception LastException { get; private set; }

        /// <inheritdoc/>
        /// <exception cref="InvalidOperationException">
        /// The timer queue is full. What the last attempt throws comes out too.
        /// </exception>
        public override Poll Poll(Waker waker)
        {
            if (waker == null)
            {
                throw Throw.NullWaker();
            }

            if (waker != _waker)
            {
                _owner = _state != Idle ? Ownership.Pass(_waker, _owner, waker, this) : Ownership.Of(waker);
                _waker = waker;
            }

            if (_state == Idle)
            {
                _attempts = 0;
                Succeeded = false;
                LastException = null;
                _state = Next;
            }
            else if (_state == Pausing)
            {
                if (_pause.Poll(waker) == Pending)
                {
                    return Pending;
                }

                _state = Next;
            }

            try
            {
                if (_state == Next && !Begin())
                {
                    _state = Idle;
                    return Ready;
                }

                Poll result = _child.Poll(waker);
                if (result == Pending)
                {
                    return Pending;
                }

                if (result != Ready)
                {
                    throw Throw.NoPoll(_child, (int)result);
                }

                Succeeded = _attempt == null || !_attempt.Failed;
                if (Succeeded || IsLast())
                {
                    _state = Idle;
                    return Ready;
                }
            }
            catch (Exception exception)
            {
                Fault(exception);
            }

            return Pause(waker);
        }

        /// <inheritdoc/>
        public override void Cancel()
        {
            if (_state != Idle && Ownership.IsRefused(_waker, _owner))
            {
                return;
            }

            int state = _state;
            _state = Idle;
            _pause.Cancel();
            if (state == Running)
            {
                _child.Cancel();
            }
        }

        /// <inheritdoc/>
        public override void Detach()
        {
            if (_state != Idle && Ownership.IsRefused(_waker, _owner))
            {
                return;
            }

            _waker = null;
            _pause.Detach();
            if (_state == Running)
            {
                _child.Detach();
            }
        }

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.Retry);
            if (_state == Pausing)
            {
                to.Add(Words.Pausing).Child(_pause);
            }
            else
            {
                to.Child(_child);
            }
        }

        private bool IsLast()
        {
            return _attempts >= _max && _max != Forever;
        }

        private bool Begin()
        {
            long before = _attempts;
            _attempts = before + 1;
            _state = Running;
            if (_attempt != null && !_attempt.Rearm(before))
            {
                _attempts = before;
                return false;
            }

            return true;
        }

        private Poll Pause(Waker waker)
        {
            long pause = _backoff.After(_attempts);
            if (pause > 0)
            {
                _state = Pausing;
                return _pause.For(pause).Poll(waker);
            }

            _state = Next;
            waker.Wake();
            return Pending;
        }

        [ThrowHelper]
        private void Fault(Exception exception)
        {
            LastException = exception;
            _state = IsLast() ? Idle : Next;
            Cleanup.CancelAfterThrow(_child);
            if (_state == Idle)
            {
                throw Throw.Again(exception);
            }
        }
    }
}
