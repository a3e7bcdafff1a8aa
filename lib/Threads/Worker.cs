using System;
using System.Threading;

namespace NanoExecutor
{
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
        private const int MostCalls = 1024;

        private readonly ObjectRing _asked;
        private readonly AutoResetEvent _more = new AutoResetEvent(false);
        private int _made;

        /// <summary>Makes the thread and starts it. Allocates it.</summary>
        /// <param name="calls">Futures that will be made for it, 1 to 1024.</param>
        /// <exception cref="ArgumentOutOfRangeException">The number is not 1 to 1024.</exception>
        public Worker(int calls)
        {
            if (calls < 1 || calls > MostCalls)
            {
                throw Throw.Capacity("calls", calls, MostCalls);
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
}
