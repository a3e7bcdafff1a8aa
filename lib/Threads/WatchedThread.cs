using System;
using System.Threading;

namespace NanoExecutor
{
    /// <summary>How far a <see cref="WatchedThread"/> has come. It only goes on.</summary>
    public enum WatchedState
    {
        /// <summary>Made, not started.</summary>
        NotStarted = 0,

        /// <summary>Its body runs.</summary>
        Running = 1,

        /// <summary>Its body has returned or thrown. Final.</summary>
        Exited = 2,
    }

    /// <summary>
    /// A thread for whose start and end tasks can wait: for work that blocks and cannot be cut into polls.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Those that wait are kept with the state they wait for. When the thread gets there it wakes the ones that match,
    /// which then wait no more; the others stay. Exited is final.
    /// </para>
    /// <para>
    /// What the body throws ends the thread and nothing else: it is kept, and handed to those that waited for the end.
    /// </para>
    /// <para>
    /// A blocked thread takes about 1 KB of a device, and a slice of 20 ms once it runs. For calls that block now and
    /// then, one <see cref="Worker"/> does for many.
    /// </para>
    /// </remarks>
    public sealed class WatchedThread
    {
        // A WatchedState. Written by the thread itself alone. Volatile on the desktop, where it keeps what the thread leaves behind
        // before the state that shows it.
#if NANOFRAMEWORK_1_0
        private int _state;
#else
        private volatile int _state;
#endif

        private readonly ThreadStart _body;
        private readonly Listeners _waits = new Listeners();

        // Written by the thread before its last state.
        private Exception _exception;

        private bool _started;

        /// <summary>Makes a thread that is not started. Allocates it.</summary>
        /// <param name="body">What it runs.</param>
        /// <exception cref="ArgumentNullException">The body is null.</exception>
        public WatchedThread(ThreadStart body)
        {
            if (body == null)
            {
                throw Throw.NullBody();
            }

            _body = body;
            Thread = new Thread(Run);
        }

        /// <summary>The thread, to give it a priority, for example.</summary>
        public Thread Thread { get; }

        /// <summary>How far it has come. Any thread.</summary>
        public WatchedState State => (WatchedState)_state;

        /// <summary>What its body threw; null if it has not ended or ended well. Any thread.</summary>
        public Exception Exception => State == WatchedState.Exited ? _exception : null;

        /// <summary>Futures that wait for it. Looks at all that were made.</summary>
        public int Waiting => _waits.CountWaiting();

        /// <summary>
        /// Makes a future that waits until the thread has exited. Allocates it; one thread at a time.
        /// </summary>
        /// <returns>A future, one for each task that waits.</returns>
        [Allocates("the future")]
        public WaitForThread NewWait()
        {
            return NewWait(WatchedState.Exited);
        }

        /// <summary>
        /// Makes a future that waits until the thread has got so far. Allocates it; one thread at a time.
        /// </summary>
        /// <param name="state">Running or Exited.</param>
        /// <returns>A future, one for each task that waits.</returns>
        /// <exception cref="ArgumentOutOfRangeException">Nothing gets there: no thread goes back.</exception>
        [Allocates("the future")]
        public WaitForThread NewWait(WatchedState state)
        {
            if (state != WatchedState.Running && state != WatchedState.Exited)
            {
                throw Throw.NoSuchThreadState((int)state);
            }

            WaitForThread wait = new WaitForThread(this, state);
            _waits.Add(wait);
            return wait;
        }

        /// <summary>Starts it. Allocates its stack. Whoever made it, once.</summary>
        /// <exception cref="InvalidOperationException">It was started before.</exception>
        [Allocates("the stack of the thread")]
        public void Start()
        {
            if (_started)
            {
                throw Throw.ThreadStarted();
            }

            // Only once it runs: with no memory for its stack it can be tried again.
            Thread.Start();
            _started = true;
        }

        private void Run()
        {
            Enter(WatchedState.Running);
            Exception exception = null;
            try
            {
                _body();
            }
            catch (Exception thrown)
            {
                exception = thrown;
            }
            finally
            {
                _exception = exception;
                Enter(WatchedState.Exited);
            }
        }

        // The state first, then those who wait for it: who comes in between looks at the state after he is listed.
        private void Enter(WatchedState state)
        {
            _state = (int)state;
            for (ListeningFuture wait = _waits.First; wait != null; wait = wait.Next)
            {
                if (((WaitForThread)wait).Awaited == state)
                {
                    wait.Flag.Wake();
                }
            }
        }
    }

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

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.WaitForThread).Outside();
        }

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
