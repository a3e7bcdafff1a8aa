namespace NanoExecutor
{
    /// <summary>
    /// Waits for a request to end that any thread may make: a cancellation token of the platform, a button, another
    /// task. Ready once it was made, and from then on at every poll.
    /// </summary>
    /// <remarks>
    /// <para>
    /// A token of the package nanoFramework.System.Threading, or of the desktop, is told once whom to call; the wait
    /// itself needs no token, which is a struct and therefore garbage wherever it is handed over:
    /// </para>
    /// <code>
    ///     CancellationWait stop = new CancellationWait();
    ///     source.Token.Register(stop.Request);
    /// </code>
    /// <para>
    /// The waker it keeps is that of its latest poll, so one task at a time awaits it; make and register one for each
    /// task.
    /// </para>
    /// <para>
    /// <b>Poll:</b> a few field accesses. Allocates nothing; what cancelling a token source allocates is the
    /// platform's.
    /// </para>
    /// <para><b>Cancel:</b> loses nothing: a request that was made stays.</para>
    /// </remarks>
    public sealed class CancellationWait : Future
    {
        private readonly WakerRegistration _flag = new WakerRegistration();
        private bool _polled;

        /// <summary>Whether the request was made. Only the thread that runs the executor.</summary>
        public bool IsRequested => _flag.IsSet;

        /// <summary>
        /// Makes the request. Any thread, task or interrupt, any number of times; never blocks, never throws, allocates
        /// nothing.
        /// </summary>
        public void Request()
        {
            _flag.Wake();
        }

        /// <summary>Takes the request back, to wait for another one. Only the thread that runs the executor.</summary>
        public void Clear()
        {
            _flag.Take();
        }

        /// <inheritdoc/>
        public override Poll Poll(Waker waker)
        {
            if (waker == null)
            {
                throw Throw.NullWaker();
            }

            if (_flag.IsSet || _flag.Register(waker, this))
            {
                // If it came just now, Listen has cleared the flag, which is to stay set.
                _flag.IsSet = true;
                Stop();
                return Ready;
            }

            if (_polled)
            {
                waker.Executor.CountSpurious();
            }

            _polled = true;
            return Pending;
        }

        /// <inheritdoc/>
        public override void Cancel()
        {
            Detach();
        }

        /// <inheritdoc/>
        public override void Detach()
        {
            if (!_flag.IsRefused)
            {
                Stop();
            }
        }

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.CancellationWait).Outside();
        }

        private void Stop()
        {
            _polled = false;
            _flag.Unregister();
        }
    }
}
