using System;

namespace NanoExecutor
{
    /// <summary>Hears of a fault of a supervised future, on the thread that runs the executor.</summary>
    /// <param name="supervised">Whose future it was.</param>
    /// <param name="exception">What it threw.</param>
    public delegate void SupervisionHook(Supervised supervised, Exception exception);

    /// <summary>
    /// Runs a future and, when it throws, runs it again as a <see cref="RestartPolicy"/> says. A fault that the policy
    /// does not forgive is escalated: a hook hears of it and the exception leaves the poll.
    /// </summary>
    /// <remarks>
    /// <para>
    /// As the root of a task it keeps the task from faulting; the executor's <see cref="Executor.OnFault"/> hears only
    /// of what is escalated. Supervision nests, and follows the combinators: a <see cref="Join"/> of supervised futures
    /// restarts the one that threw, a supervised join restarts all of them, because a join cancels the siblings of a
    /// child that throws.
    /// </para>
    /// <para>
    /// Before each run an <see cref="IRearm"/> may arm the future; when it refuses after a fault, that fault is
    /// escalated. A future that threw is cancelled first, so it begins anew; what it throws then is dropped, as part of
    /// the same fault. The restart comes in a later pass, after the pause of the policy, never in the same poll. A run of
    /// twice the longest pause ends a row of faults.
    /// </para>
    /// <para><b>Poll:</b> a poll of the future. Allocates nothing but what an exception costs.</para>
    /// <para><b>Cancel:</b> cancels the future or ends the pause, and forgets the faults.</para>
    /// </remarks>
    public sealed class Supervised : Future
    {
        private const int Idle = 0;
        private const int Next = 1;
        private const int Running = 2;
        private const int Pausing = 3;

        private readonly Future _child;
        private readonly RestartPolicy _policy;
        private readonly IRearm _rearm;
        private readonly Delay _pause = new Delay();

        // When the last restarts were, under a limited policy: a ring, the oldest at _oldest once it is full.
        private readonly long[] _times;
        private int _oldest;
        private int _counted;

        // The waker of its latest poll, null once it was detached, and the handle of the task.
        private Waker _waker;
        private long _owner;
        private int _state;
        private long _round;
        private long _row;
        private long _begun;

        /// <summary>Supervises a future that needs no arming.</summary>
        /// <param name="future">The future.</param>
        /// <param name="policy">When to restart it.</param>
        /// <exception cref="ArgumentNullException">The future or the policy is null.</exception>
        public Supervised(Future future, RestartPolicy policy)
            : this(future, policy, null)
        {
        }

        /// <summary>Supervises a future that is armed before each run.</summary>
        /// <param name="future">The future.</param>
        /// <param name="policy">When to restart it.</param>
        /// <param name="rearm">Arms it; null for nobody.</param>
        /// <exception cref="ArgumentNullException">The future or the policy is null.</exception>
        public Supervised(Future future, RestartPolicy policy, IRearm rearm)
        {
            if (policy == null)
            {
                throw Throw.NullPolicy();
            }

            _child = Checks.Child(future);
            _policy = policy;
            _rearm = rearm;
            if (policy.IsCounted)
            {
                _times = new long[policy.Max];
            }
        }

        /// <summary>Hears of each fault that is followed by a restart, before it; null for nobody.</summary>
        public SupervisionHook OnRestart { get; set; }

        /// <summary>
        /// Hears of each fault that is escalated, before its exception leaves the poll; null for nobody.
        /// </summary>
        public SupervisionHook OnEscalation { get; set; }

        /// <summary>Restarts so far; stays at int.MaxValue.</summary>
        public int Restarts { get; private set; }

        /// <summary>What the future threw last; null if it did not since it began.</summary>
        public Exception LastException { get; private set; }

        /// <inheritdoc/>
        /// <exception cref="InvalidOperationException">
        /// The timer queue is full. What is escalated comes out too.
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

            if (_state == Pausing)
            {
                if (_pause.Poll(waker) == Pending)
                {
                    return Pending;
                }

                _state = Next;
            }

            try
            {
                if (_state == Running || Begin(waker.Executor))
                {
                    Poll result = _child.Poll(waker);
                    if (result == Pending)
                    {
                        return Pending;
                    }

                    if (result != Ready)
                    {
                        throw Throw.NoPoll(_child, (int)result);
                    }

                    Forget();
                    return Ready;
                }
            }
            catch (Exception exception)
            {
                return Fault(exception, waker);
            }

            Exception last = LastException;
            Forget();
            if (last != null)
            {
                throw Escalate(last);
            }

            return Ready;
        }

        /// <inheritdoc/>
        public override void Cancel()
        {
            if (_state != Idle && Ownership.IsRefused(_waker, _owner))
            {
                return;
            }

            int state = _state;
            Forget();
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
            to.Add(Words.Supervised);
            if (_state == Pausing)
            {
                to.Add(Words.Pausing).Child(_pause);
            }
            else
            {
                to.Child(_child);
            }
        }

        private bool Begin(Executor executor)
        {
            if (_state == Idle)
            {
                LastException = null;
            }

            _state = Running;
            _begun = executor.ReadClock();
            return _rearm == null || _rearm.Rearm(_round++);
        }

        private void Forget()
        {
            _state = Idle;
            _round = 0;
            _row = 0;
            _counted = 0;
            _oldest = 0;
        }

        [ThrowHelper]
        private Poll Fault(Exception exception, Waker waker)
        {
            LastException = exception;
            _state = Next;
            Cleanup.CancelAfterThrow(_child);
            Executor executor = waker.Executor;
            long now = executor.ReadClock();
            if (!IsForgiven(executor, now))
            {
                Forget();
                throw Escalate(exception);
            }

            Restarts = Saturating.Next(Restarts);
            _row = _policy.IsRecovery(executor.PassedBetween(_begun, now)) ? 1 : _row + 1;
            long pause = _policy.PauseAfter(_row);
            if (pause > 0)
            {
                _state = Pausing;
                _pause.For(pause);
            }

            // Last: the hook may throw, and then the restart comes with the next poll.
            SupervisionHook hook = OnRestart;
            if (hook != null)
            {
                hook(this, exception);
            }

            if (_state == Pausing)
            {
                return _pause.Poll(waker);
            }

            waker.Wake();
            return Pending;
        }

        [ThrowHelper]
        private Exception Escalate(Exception exception)
        {
            SupervisionHook hook = OnEscalation;
            if (hook != null)
            {
                try
                {
                    hook(this, exception);
                }
                catch (Exception)
                {
                    // The fault that is escalated counts, not one of those who are told of it.
                }
            }

            return Throw.Again(exception);
        }

        // Counts the restart if there is one.
        private bool IsForgiven(Executor executor, long now)
        {
            if (_times == null)
            {
                return _policy.Max > 0;
            }

            if (_counted < _times.Length)
            {
                _times[_counted++] = now;
                return true;
            }

            if (executor.PassedBetween(_times[_oldest], now) < _policy.Within)
            {
                return false;
            }

            _times[_oldest] = now;
            _oldest = _oldest + 1 == _times.Length ? 0 : _oldest + 1;
            return true;
        }
    }
}
