using System;

namespace NanoExecutor
{
    /// <summary>
    /// Has its call made by a <see cref="Worker"/> and is ready when that is over. Awaited again and again;
    /// <see cref="With"/> says what with.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The first poll of a wait asks the worker. What the call returned or threw is in <see cref="Result"/> and
    /// <see cref="Exception"/> then.
    /// </para>
    /// <para>
    /// Each field has one writer: the task numbers the calls it asks for, the worker says which is over. While one is
    /// asked for and not over, the argument is the worker's.
    /// </para>
    /// <para><b>Poll:</b> a few field accesses; the first puts the call in line. Allocates nothing.</para>
    /// <para>
    /// <b>Cancel:</b> a call that has not begun is not made. One that has begun cannot be stopped: it goes on to its
    /// end, its result is lost, and a later wait asks only after that.
    /// </para>
    /// </remarks>
    public sealed class WorkerCall : ListeningFuture
    {
        // The number of the latest call asked for, and of the latest that was cancelled: the task. Of the latest that is over: the
        // worker. Volatile on the desktop, where it keeps what was stored before it before it.
#if NANOFRAMEWORK_1_0
        private int _asked;
        private int _cancelled;
        private int _over;
#else
        private volatile int _asked;
        private volatile int _cancelled;
        private volatile int _over;
#endif

        private readonly Worker _worker;
        private readonly BlockingCall _call;
        private object _next;
        private object _argument;
        private bool _isAsked;
        private object _returned;
        private Exception _thrown;

        internal WorkerCall(Worker worker, BlockingCall call)
        {
            _worker = worker;
            _call = call;
        }

        /// <summary>What the call returned; null if it threw.</summary>
        public object Result { get; private set; }

        /// <summary>What the call threw; null if it returned.</summary>
        public Exception Exception { get; private set; }

        /// <summary>Gives the argument for the next call and those after it; null before the first.</summary>
        /// <param name="argument">The worker has it until the call is over.</param>
        /// <returns>This future, to be awaited.</returns>
        /// <exception cref="InvalidOperationException">It is pending.</exception>
        public WorkerCall With(object argument)
        {
            if (IsWaiting)
            {
                throw Throw.CallPending();
            }

            _next = argument;
            return this;
        }

        /// <inheritdoc/>
        public override void Cancel()
        {
            if (IsNotItsOwn)
            {
                return;
            }

            if (_isAsked)
            {
                _isAsked = false;
                _cancelled = _asked;
            }

            base.Cancel();
        }

        /// <summary>Makes the call. The thread of the worker.</summary>
        internal void Make()
        {
            int number = _asked;
            if (_cancelled != number)
            {
                object returned = null;
                Exception exception = null;
                try
                {
                    returned = _call(_argument);
                }
                catch (Exception thrown)
                {
                    exception = thrown;
                }

                _returned = returned;
                _thrown = exception;
            }

            _over = number;
            Flag.Wake();
        }

        private protected override bool TryFinish()
        {
            // Busy with this call, or still with one that was cancelled.
            HasAdvanced = false;
            if (_over != _asked)
            {
                return false;
            }

            if (!_isAsked)
            {
                Ask();
                return false;
            }

            _isAsked = false;
            Result = _returned;
            Exception = _thrown;
            return true;
        }

        private protected override void Begin()
        {
            if (_worker.IsClosed)
            {
                throw Throw.WorkerClosed();
            }
        }

        private void Ask()
        {
            HasAdvanced = true;
            _argument = _next;

            // Numbers run through all values of an int: one that was cancelled may come again.
            int before = _asked;
            _cancelled = before;
            _asked = before + 1;
            if (!_worker.Ask(this))
            {
                _asked = before;
                Cancel();
                throw Throw.WorkerClosed();
            }

            _isAsked = true;
        }
    }
}
