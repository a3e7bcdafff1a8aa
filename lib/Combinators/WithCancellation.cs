namespace NanoExecutor
{
    /// <summary>
    /// Ready when another future is, or when any thread asks for an end; then it says so and the future is cancelled.
    /// Awaited again and again; the future is armed by whoever uses it.
    /// </summary>
    /// <remarks>
    /// <para>A cancellation token of the platform is told once whom to call:</para>
    /// <code>
    ///     WithCancellation transfer = new WithCancellation(upload);
    ///     source.Token.Register(transfer.Request);
    /// </code>
    /// <para>
    /// While it waits, the future is polled before the request is looked at: what it has come to at the same moment is
    /// taken and not thrown away. Once the request was made, further waits end at once and do not poll it. No exception
    /// is thrown.
    /// </para>
    /// <para><b>Poll:</b> a poll of the future and a look at a flag. Allocates nothing.</para>
    /// <para><b>Cancel:</b> cancels the future. A request that was made stays.</para>
    /// <para>When the future throws, it is cancelled and the exception leaves the poll.</para>
    /// </remarks>
    public sealed class WithCancellation : Future
    {
        private readonly Future _child;
        private readonly WakerRegistration _flag = new WakerRegistration();

        // Whom the flag tells.
        private Waker _listener;
        private long _owner;
        private bool _running;

        /// <summary>Lets a future be ended from outside.</summary>
        /// <param name="future">The future.</param>
        /// <exception cref="System.ArgumentNullException">The future is null.</exception>
        public WithCancellation(Future future)
        {
            _child = Checks.Child(future);
        }

        /// <summary>Whether the request ended the wait. Settled when this is ready.</summary>
        public bool WasCancelled { get; private set; }

        /// <summary>Whether the request was made. Only the thread that runs the executor.</summary>
        public bool IsRequested => _flag.IsSet;

        /// <summary>
        /// Asks for an end. Any thread, task or interrupt, any number of times; never blocks, never throws, allocates
        /// nothing.
        /// </summary>
        public void Request()
        {
            _flag.Wake();
        }

        /// <summary>Takes the request back, for the next wait. Only the thread that runs the executor.</summary>
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

            bool first = !_running;
            if (!first && waker != _listener)
            {
                Ownership.Pass(_listener, _owner, waker, this);
            }

            _running = true;
            try
            {
                if (!first || !IsAsked(waker))
                {
                    Poll result = _child.Poll(waker);
                    if (result == Ready)
                    {
                        End();
                        return Ready;
                    }

                    if (result != Pending)
                    {
                        throw Throw.NoPoll(_child, (int)result);
                    }

                    if ((waker == _listener && !_flag.IsSet) || !IsAsked(waker))
                    {
                        return Pending;
                    }
                }
            }
            catch (System.Exception exception)
            {
                Cleanup.CancelAfterThrow(this);
                throw Throw.Again(exception);
            }

            End();
            WasCancelled = true;
            _child.Cancel();
            return Ready;
        }

        /// <inheritdoc/>
        public override void Cancel()
        {
            if (_running && !Ownership.IsRefused(_listener, _owner))
            {
                End();
                _child.Cancel();
            }
        }

        /// <inheritdoc/>
        public override void Detach()
        {
            if (Ownership.IsRefused(_listener, _owner))
            {
                return;
            }

            Unlisten();
            if (_running)
            {
                _child.Detach();
            }
        }

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.WithCancellation).Outside().Child(_child);
        }

        private void End()
        {
            _running = false;
            WasCancelled = false;
            Unlisten();
        }

        private void Unlisten()
        {
            _flag.Unregister();
            _listener = null;
        }

        // Whether the request was made; if it was not, it will wake.
        private bool IsAsked(Waker waker)
        {
            if (!_flag.IsSet && !_flag.Register(waker, null))
            {
                _listener = waker;
                _owner = Ownership.Of(waker);
                return false;
            }

            // It may have come just now; then Listen has cleared the flag, which is to stay set.
            _flag.IsSet = true;
            return true;
        }
    }
}
