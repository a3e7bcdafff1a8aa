namespace NanoExecutor
{
    /// <summary>
    /// Waits for the event of one source of a <see cref="Reactor"/>: ready once for any number of events since it was
    /// ready last. Awaited again and again; it needs no arming.
    /// </summary>
    /// <remarks>
    /// <para>
    /// An event says that something changed; look at the thing itself (the pin, the queue) to learn what. Events that
    /// come while nobody waits are kept, as one.
    /// </para>
    /// <para>
    /// The waker it keeps is that of its latest poll. When a poll comes with another waker, the one pushed out is
    /// woken. Two tasks must not await the same instance: neither would lose a wake, but each poll would wake the
    /// other.
    /// </para>
    /// <para><b>Poll:</b> a few field accesses.</para>
    /// <para><b>Cancel:</b> loses nothing: an event that came is there for the next wait.</para>
    /// </remarks>
    public sealed class SourceWait : Future
    {
        /// <summary><see cref="Id"/> for the reactor, which asks at every poll.</summary>
        internal readonly int Source;

        private readonly Reactor _reactor;
        private readonly WakerRegistration _ready;
        private bool _polled;

        internal SourceWait(Reactor reactor, int id, WakerRegistration ready)
        {
            _reactor = reactor;
            _ready = ready;
            Source = id;
        }

        /// <summary>The source.</summary>
        public int Id => Source;

        /// <summary>
        /// Whether the wait ended because the reactor was closed and no event came. From then on every poll is ready.
        /// </summary>
        public bool IsClosed { get; private set; }

        /// <inheritdoc/>
        /// <exception cref="System.InvalidOperationException">
        /// It was released, or its only event was taken already.
        /// </exception>
        public override Poll Poll(Waker waker)
        {
            if (_ready.Register(waker))
            {
                Detach();
                _reactor.Taken(this);
                return Ready;
            }

            // After the waker was stored: whoever closes looks at it after this.
            if (_reactor.IsCut(this))
            {
                Detach();
                IsClosed = true;
                return Ready;
            }

            if (_polled)
            {
                waker.Executor.CountSpurious();
                return Pending;
            }

            // The first poll of a wait; only here can the source have ended before.
            return FirstPoll();
        }

        /// <inheritdoc/>
        public override void Cancel()
        {
            Detach();
        }

        /// <inheritdoc/>
        public override void Detach()
        {
            _polled = false;
            _ready.Unregister();
        }

        private Poll FirstPoll()
        {
            if (_reactor.IsAwaitable(this))
            {
                _polled = true;
                return Pending;
            }

            _ready.Unregister();
            // Cut in this moment is closed too, even if the one store is seen before the other.
            if ((!_reactor.IsClosed && !_reactor.IsCut(this)) || _reactor.IsSpent(this))
            {
                throw Throw.SourceFinished(Id);
            }

            IsClosed = true;
            return Ready;
        }
    }
}
