using System;

namespace NanoExecutor
{
    /// <summary>
    /// Ready once a <see cref="WatchedThread"/> has got to the state it waits for, or past it, and at every poll from
    /// then on. Tasks of any executor wait, each with its own.
    /// </summary>
    /// <remarks>
    /// <para><b>Poll:</b> a few field accesses. Allocates nothing.</para>
    /// <para><b>Cancel:</b> loses nothing; the thread goes on.</para>
    /// </remarks>
    public sealed class WaitForThread : ListeningFuture
    {
        private readonly WatchedThread _thread;

        internal WaitForThread(WatchedThread thread, WatchedState awaited)
        {
            _thread = thread;
            Awaited = awaited;
        }

        /// <summary>The state it waits for.</summary>
        public WatchedState Awaited { get; }

        /// <summary>What ended the thread; null if it has not ended or ended well.</summary>
        public Exception Exception => _thread.Exception;

        private protected override bool TryFinish()
        {
            return (int)_thread.State >= (int)Awaited;
        }
    }
}
