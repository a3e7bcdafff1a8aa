using System.Threading;

namespace NanoExecutor
{
    /// <summary>
    /// Where interrupts meet futures: a fixed number of sources, each with a ready bit and the waker of the future that waits
    /// for it.
    /// </summary>
    /// <remarks>
    /// <code>
    ///     Vacant ──Register──► NotReady ──Raise──► Ready ──the future takes it──► NotReady, or Finished after RegisterOnce
    ///        ▲                     │                                                  │
    ///        └──────Release────────┴──────────────────────Release─────────────────────┘        Close: NotReady ──► Closed
    /// </code>
    /// <para>
    /// An interrupt does two things here: it sets the ready bit and wakes. That costs the same however many sources there
    /// are, takes no lock and allocates nothing. More events than polls merge into one; none is lost altogether.
    /// </para>
    /// <para>
    /// A source and the reactor itself belong to no executor: the future that waits may move between them. Register, Release
    /// and Close are for one thread at a time; <see cref="Raise"/> and <see cref="TryRaise"/> are for any.
    /// </para>
    /// </remarks>
    public sealed class Reactor
    {
        private const int MostSources = 1024;

        private const byte Vacant = 0;
        private const byte Recurring = 1;
        private const byte OneEvent = 2;
        private const byte Cut = 3;
        private const byte Spent = 4;

        private readonly WakerRegistration[] _ready;
        private readonly SourceWait[] _waits;

        // Written by the thread that registers, releases and closes; for the end of a source of one event by the one that
        // polls it. Any thread reads, so all that a thread may ask of a source is here.
        private readonly byte[] _kinds;
        private bool _closing;

        /// <summary>Makes a reactor. All but the futures of its sources is allocated here.</summary>
        /// <param name="sources">Sources, with the ids 0 to one less, 1 to 1024; about 85 bytes each on nanoCLR.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">The number is not 1 to 1024.</exception>
        public Reactor(int sources)
        {
            if (sources < 1 || sources > MostSources)
            {
                throw Throw.Capacity("sources", sources, MostSources);
            }

            _ready = new WakerRegistration[sources];
            _waits = new SourceWait[sources];
            _kinds = new byte[sources];
            for (int id = 0; id < sources; id++)
            {
                _ready[id] = new WakerRegistration();
            }
        }

        /// <summary>Sources, vacant ones included.</summary>
        public int Count => _ready.Length;

        /// <summary>Whether <see cref="Close"/> has been called.</summary>
        public bool IsClosed => _closing;

        /// <summary>Registers a source that is raised again and again. Allocates its future: call it before the executor runs.</summary>
        /// <param name="id">A vacant source.</param>
        /// <returns>The one future that waits for it.</returns>
        /// <exception cref="System.ArgumentOutOfRangeException">There is no such source.</exception>
        /// <exception cref="System.InvalidOperationException">The source is registered already.</exception>
        /// <exception cref="System.ObjectDisposedException">The reactor is closed.</exception>
        [Allocates("the future of the source")]
        public SourceWait Register(int id)
        {
            return Register(id, Recurring);
        }

        /// <summary>
        /// Registers a source of one event, such as a transfer that was started: <see cref="Close"/> waits for it. Allocates
        /// its future.
        /// </summary>
        /// <param name="id">A vacant source.</param>
        /// <returns>The one future that waits for it.</returns>
        /// <exception cref="System.ArgumentOutOfRangeException">There is no such source.</exception>
        /// <exception cref="System.InvalidOperationException">The source is registered already.</exception>
        /// <exception cref="System.ObjectDisposedException">The reactor is closed.</exception>
        [Allocates("the future of the source")]
        public SourceWait RegisterOnce(int id)
        {
            return Register(id, OneEvent);
        }

        /// <summary>Makes a source vacant, whatever its state; its future must not be awaited any more. Allocates nothing.</summary>
        /// <param name="id">The source. An event that was not taken is lost.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">There is no such source.</exception>
        public void Release(int id)
        {
            CheckId(id);
            _kinds[id] = Vacant;
            _waits[id] = null;
            _ready[id].Unregister();
            _ready[id].Take();
        }

        /// <summary>
        /// An event has come: sets the ready bit of the source and wakes the future that waits for it. Any thread or
        /// interrupt; never blocks, allocates nothing.
        /// </summary>
        /// <param name="id">A registered source that has not finished.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">There is no such source.</exception>
        /// <exception cref="System.InvalidOperationException">It is not registered or has finished.</exception>
        /// <exception cref="System.ObjectDisposedException">The reactor is closed.</exception>
        public void Raise(int id)
        {
            CheckId(id);
            if (!TryRaise(id))
            {
                if (_closing)
                {
                    throw Throw.ReactorClosed();
                }

                throw Throw.SourceFinished(id);
            }
        }

        /// <summary>
        /// <see cref="Raise"/> for an interrupt that may come late: does nothing to a source that is not there to be raised.
        /// Any thread or interrupt; never blocks, never throws, allocates nothing.
        /// </summary>
        /// <param name="id">A source.</param>
        /// <returns>Whether the source was there to be raised.</returns>
        public bool TryRaise(int id)
        {
            if ((uint)id >= (uint)_kinds.Length)
            {
                return false;
            }

            if (!IsOpen(_kinds[id]))
            {
                return false;
            }

            _ready[id].Wake();
            return true;
        }

        /// <summary>What the reactor knows of a source. Any thread.</summary>
        /// <param name="id">The source.</param>
        /// <returns>Its state, which may have changed when this returns.</returns>
        /// <exception cref="System.ArgumentOutOfRangeException">There is no such source.</exception>
        public SourceState StateOf(int id)
        {
            CheckId(id);
            int kind = _kinds[id];
            if (kind == Vacant)
            {
                return SourceState.Vacant;
            }

            if (kind == Spent)
            {
                return SourceState.Finished;
            }

            if (_ready[id].IsSet)
            {
                return SourceState.Ready;
            }

            return IsOpen(kind) ? SourceState.NotReady : SourceState.Closed;
        }

        /// <summary>
        /// Closes the reactor: refuses new sources, waits until each source of one event was raised, then wakes every future
        /// that waits; one whose event did not come is ready and says so (<see cref="SourceWait.IsClosed"/>). Events that
        /// came before can still be taken, those that come at the same time too. For good; a second call does nothing.
        /// </summary>
        /// <remarks>
        /// It blocks its thread and looks once a millisecond, so it is not for a task whose executor runs on the thread that
        /// raises the sources.
        /// </remarks>
        [Blocks("for the sources of one event")]
        public void Close()
        {
            _closing = true;
            for (int id = 0; id < _kinds.Length; id++)
            {
                while (_kinds[id] == OneEvent && !_ready[id].IsSet)
                {
                    Thread.Sleep(1);
                }
            }

            for (int id = 0; id < _kinds.Length; id++)
            {
                if (_kinds[id] == Recurring)
                {
                    // Not by the ready bit: an event that sets it now is to be told from this.
                    _kinds[id] = Cut;
                    _ready[id].Notify();
                }
            }
        }

        /// <summary>Whether an event of this source can still come.</summary>
        internal bool IsAwaitable(SourceWait wait)
        {
            return _waits[wait.Source] == wait && IsOpen(_kinds[wait.Source]);
        }

        /// <summary>Whether closing ended this wait, unless there is an event yet to be taken.</summary>
        internal bool IsCut(SourceWait wait)
        {
            return _kinds[wait.Source] == Cut;
        }

        /// <summary>Whether the only event of a source of one event was taken.</summary>
        internal bool IsSpent(SourceWait wait)
        {
            return _kinds[wait.Source] == Spent;
        }

        /// <summary>An event was taken. The thread that polls.</summary>
        internal void Taken(SourceWait wait)
        {
            if (_kinds[wait.Source] == OneEvent)
            {
                _kinds[wait.Source] = Spent;
            }
        }

        private bool IsOpen(int kind)
        {
            return kind == OneEvent || (kind == Recurring && !_closing);
        }

        private SourceWait Register(int id, byte kind)
        {
            if (_closing)
            {
                throw Throw.ReactorClosed();
            }

            CheckId(id);
            if (_kinds[id] != Vacant)
            {
                throw Throw.SourceTaken(id);
            }

            SourceWait wait = new SourceWait(this, id, _ready[id]);
            _waits[id] = wait;
            _kinds[id] = kind;
            return wait;
        }

        private void CheckId(int id)
        {
            if ((uint)id >= (uint)_kinds.Length)
            {
                throw Throw.NoSource(id, _kinds.Length);
            }
        }
    }
}
