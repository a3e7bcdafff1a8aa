using System;
using System.Threading;

namespace NanoExecutor
{
    /// <summary>
    /// What a <see cref="Worker"/> does: it may block, and what it throws is handed to the task that waits.
    /// </summary>
    /// <param name="argument">From <see cref="WorkerCall.With"/>.</param>
    /// <returns>The result for the task.</returns>
    [Blocks("on the thread of the worker")]
    public delegate object BlockingCall(object argument);

    /// <summary>
    /// One thread that makes calls which block, one after another, for any number of tasks: each awaits its call as a
    /// future while the executor goes on.
    /// </summary>
    /// <remarks>
    /// <para>
    /// There is one thread for all calls, made once: no call starts one. Calls are made in the order in which they were
    /// asked for. Tasks of any executor ask.
    /// </para>
    /// <para>
    /// On nanoCLR some calls block all managed threads, the executor among them; no thread helps against those.
    /// </para>
    /// </remarks>
    public sealed class Worker
    {
        private const int MaxCalls = 1024;

        private readonly ObjectRing _asked;
        private readonly AutoResetEvent _more = new AutoResetEvent(false);
        private int _made;

        /// <summary>Makes the thread and starts it. Allocates it.</summary>
        /// <param name="calls">Futures that will be made for it, 1 to 1024.</param>
        /// <exception cref="ArgumentOutOfRangeException">The number is not 1 to 1024.</exception>
        public Worker(int calls)
        {
            if (calls < 1 || calls > MaxCalls)
            {
                throw Throw.Capacity("calls", calls, MaxCalls);
            }

            // Each call is asked for at most once at a time, so that there is a place for all.
            _asked = new ObjectRing(calls, false, false);
            Thread = new WatchedThread(Work);
            Thread.Start();
        }

        /// <summary>Its thread, to wait for its end after <see cref="Close"/>.</summary>
        public WatchedThread Thread { get; }

        /// <summary>Whether <see cref="Close"/> was called. Any thread.</summary>
        public bool IsClosed => _asked.IsClosed;

        /// <summary>
        /// Makes a future that makes a call each time it is awaited. Allocates it; one thread at a time.
        /// </summary>
        /// <param name="call">What the worker does.</param>
        /// <returns>A future, one for each task that uses the call.</returns>
        /// <exception cref="ArgumentNullException">The call is null.</exception>
        /// <exception cref="InvalidOperationException">As many as were declared have been made.</exception>
        [Allocates("the future")]
        public WorkerCall NewCall(BlockingCall call)
        {
            if (call == null)
            {
                throw Throw.Null("call", "A worker");
            }

            if (_made == _asked.Limit)
            {
                throw Throw.WorkerFull(_made);
            }

            _made++;
            return new WorkerCall(this, call);
        }

        /// <summary>
        /// Takes no call any more; the thread makes those it was asked for and then exits. Any thread, task or
        /// interrupt; never blocks, allocates nothing.
        /// </summary>
        public void Close()
        {
            _asked.Close();
            _more.Set();
        }

        /// <summary>Any thread; false if it is closed.</summary>
        internal bool Ask(WorkerCall call)
        {
            if (!_asked.TryPut(call))
            {
                return false;
            }

            _more.Set();
            return true;
        }

        // The event latches, so that a call asked for between the last look and the wait ends that wait.
        private void Work()
        {
            while (true)
            {
                while (_asked.TryTake())
                {
                    ((WorkerCall)_asked.Taken).Make();
                }

                if (_asked.IsDrained)
                {
                    return;
                }

                _more.WaitOne();
            }
        }
    }

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

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.WorkerCall).Outside();
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
