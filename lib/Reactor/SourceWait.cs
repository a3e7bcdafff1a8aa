namespace NanoExecutor
{
    /// <summary>What a <see cref="Reactor"/> knows of one of its sources.</summary>
    public enum SourceState
    {
        /// <summary>Nobody has registered the id, or it was released.</summary>
        Vacant = 0,

        /// <summary>Registered; no event has come that was not taken.</summary>
        NotReady = 1,

        /// <summary>Raised; the future that waits for it has not taken the event yet.</summary>
        Ready = 2,

        /// <summary>A source of one event whose event was taken. Raising it again is an error.</summary>
        Finished = 3,

        /// <summary>The reactor was closed before an event came.</summary>
        Closed = 4,
    }

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
    /// woken. A task that awaits what another one awaits is refused with an exception, and the other waits on.
    /// </para>
    /// <para>
    /// It is one registration of its source. Once that is released nothing comes to it any more, and nothing that is
    /// done to it reaches the source, whoever has registered that since.
    /// </para>
    /// <para><b>Poll:</b> a few field accesses.</para>
    /// <para><b>Cancel:</b> loses nothing: an event that came is there for the next wait.</para>
    /// </remarks>
    public sealed class SourceWait : Future
    {
        /// <summary>A source that is raised any number of times.</summary>
        internal const int Recurring = 0;

        /// <summary>A source of one event, which has not been taken.</summary>
        internal const int OneEvent = 1;

        private const int Closed = 2;
        private const int Spent = 3;
        private const int Released = 4;

        private readonly Reactor _reactor;

        // Set by whoever raises the source.
        private readonly WakerRegistration _ready = new WakerRegistration();

        // One of the constants above. Written by the thread that registers, releases and closes; for the end of a source of
        // one event by the one that polls it. Any thread reads.
        private int _kind;

        private bool _polled;

        internal SourceWait(Reactor reactor, int id, int kind)
        {
            _reactor = reactor;
            Id = id;
            _kind = kind;
        }

        /// <summary>The source.</summary>
        public int Id { get; }

        /// <summary>
        /// Whether the wait ended because the reactor was closed and no event came. From then on every poll is ready.
        /// </summary>
        public bool IsClosed { get; private set; }

        /// <summary>What is known of the source while this is its registration. Any thread.</summary>
        internal SourceState State
        {
            get
            {
                int kind = _kind;
                if (kind == Released)
                {
                    return SourceState.Vacant;
                }

                if (kind == Spent)
                {
                    return SourceState.Finished;
                }

                if (_ready.IsSet)
                {
                    return SourceState.Ready;
                }

                return IsOpen ? SourceState.NotReady : SourceState.Closed;
            }
        }

        /// <summary>Whether it waits for its one event, which will come. Any thread.</summary>
        internal bool IsInFlight => _kind == OneEvent && !_ready.IsSet;

        // Whether an event can still come.
        private bool IsOpen
        {
            get
            {
                int kind = _kind;
                return kind == OneEvent || (kind == Recurring && !_reactor.IsClosed);
            }
        }

        /// <inheritdoc/>
        /// <exception cref="System.InvalidOperationException">
        /// It was released, or its only event was taken already.
        /// </exception>
        public override Poll Poll(Waker waker)
        {
            if (waker == null)
            {
                throw Throw.NullWaker();
            }

            // Written out, without the calls of Register and Detach that a wait that is only woken does not need.
            WakerRegistration ready = _ready;
            if ((ready.Listener == waker ? ready.IsSet && ready.Take() : ready.Register(waker, this))
                && (_kind == Recurring || TakeEvent()))
            {
                _polled = false;
                ready.Unregister();
                return Ready;
            }

            // After the waker was stored: whoever closes looks at it after this.
            int kind = _kind;
            if (kind == Closed)
            {
                Stop();
                IsClosed = true;
                return Ready;
            }

            if (_polled)
            {
                waker.Executor.CountSpurious();
                return Pending;
            }

            // The first poll of a wait; only here can the source have ended before.
            if (kind == OneEvent || (kind == Recurring && !_reactor.IsClosed))
            {
                _polled = true;
                return Pending;
            }

            return Over();
        }

        /// <inheritdoc/>
        public override void Cancel()
        {
            Detach();
        }

        /// <inheritdoc/>
        public override void Detach()
        {
            if (!_ready.IsRefused)
            {
                Stop();
            }
        }

        private void Stop()
        {
            _polled = false;
            _ready.Unregister();
        }

        /// <summary>
        /// <see cref="Reactor.TryRaise"/> for whoever has the registration, and so never raises one that came after it:
        /// for the interrupt of a transfer that may have been given up meanwhile. Any thread or interrupt; never blocks,
        /// never throws, allocates nothing.
        /// </summary>
        /// <returns>Whether the source was there to be raised: registered by this, and neither finished nor closed.</returns>
        public bool TryRaise()
        {
            if (!IsOpen)
            {
                return false;
            }

            Tracer tracer = _reactor.Tracer;
            if (tracer == null)
            {
                _ready.Wake();
            }
            else
            {
                tracer.Raise(Id, _ready);
            }

            return true;
        }

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.SourceWait).Add(Words.Source).Number(Id).Outside();
        }

        /// <summary>The source is no longer its own. The thread that registers and releases.</summary>
        internal void Release()
        {
            _kind = Released;
        }

        /// <summary>The reactor is closed: ends the wait for a recurring source. The thread that closes.</summary>
        internal void Cut()
        {
            if (_kind == Recurring)
            {
                // Not by the ready bit: an event that sets it now is to be told from this.
                _kind = Closed;
                _ready.Notify();
            }
        }

        // False for an event that came too late: to a source that was released or has finished.
        private bool TakeEvent()
        {
            int kind = _kind;
            if (kind == OneEvent)
            {
                _kind = Spent;
            }

            return kind < Spent;
        }

        private Poll Over()
        {
            _ready.Unregister();

            // Cut in this moment is closed too, even if the one store is seen before the other.
            int kind = _kind;
            if (kind == Spent || (kind != Closed && !_reactor.IsClosed))
            {
                throw Throw.SourceFinished(Id);
            }

            IsClosed = true;
            return Ready;
        }
    }
}
