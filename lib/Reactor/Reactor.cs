using System.Threading;

namespace NanoExecutor
{
    /// <summary>
    /// Where interrupts meet futures: a fixed number of sources, each with the future that waits for it, which has the
    /// ready bit and the waker.
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
    /// A source can be released and registered again. All that is known of a registration is in its future, so whoever
    /// still has to do with an earlier one cannot reach its successor: a future that is cancelled late, or an interrupt
    /// that was stopped between finding the future and waking it.
    /// </para>
    /// <para>
    /// A source and the reactor itself belong to no executor: the future that waits may move between them. Register, Release
    /// and Close are for one thread at a time; <see cref="Raise"/> and <see cref="TryRaise"/> are for any.
    /// </para>
    /// </remarks>
    public sealed class Reactor
    {
        private const int MaxSources = 1024;

        // The future of each source, null for a vacant one. Written by the thread that registers and releases, read by any; a
        // future is complete before the store that shows it, on the desktop too, which orders stores of references.
        private readonly SourceWait[] _waits;

        private bool _closing;

        /// <summary>Makes a reactor. All but the futures of its sources is allocated here.</summary>
        /// <param name="sources">
        /// Sources, with the ids 0 to one less, 1 to 1024; 4 bytes each on nanoCLR, and some 172 for the future of each that
        /// is registered.
        /// </param>
        /// <exception cref="System.ArgumentOutOfRangeException">The number is not 1 to 1024.</exception>
        public Reactor(int sources)
        {
            if (sources < 1 || sources > MaxSources)
            {
                throw Throw.Capacity("sources", sources, MaxSources);
            }

            _waits = new SourceWait[sources];
        }

        /// <summary>Sources, vacant ones included.</summary>
        public int Count => _waits.Length;

        /// <summary>
        /// Is told of each event, and lets the trace say which source woke a task; null, as at first, for nobody. Set it before
        /// interrupts come.
        /// </summary>
        public Tracer Tracer { get; set; }

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
            return Register(id, SourceWait.Recurring);
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
            return Register(id, SourceWait.OneEvent);
        }

        /// <summary>Makes a source vacant, whatever its state; its future must not be awaited any more. Allocates nothing.</summary>
        /// <param name="id">The source. An event that was not taken is lost.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">There is no such source.</exception>
        public void Release(int id)
        {
            CheckId(id);
            SourceWait wait = _waits[id];
            if (wait != null)
            {
                _waits[id] = null;
                wait.Release();
            }
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
            SourceWait wait = (uint)id < (uint)_waits.Length ? _waits[id] : null;
            if (wait == null || !wait.TryRaise())
            {
                CheckId(id);
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
            if ((uint)id >= (uint)_waits.Length)
            {
                return false;
            }

            SourceWait wait = _waits[id];
            return wait != null && wait.TryRaise();
        }

        /// <summary>What the reactor knows of a source. Any thread.</summary>
        /// <param name="id">The source.</param>
        /// <returns>Its state, which may have changed when this returns.</returns>
        /// <exception cref="System.ArgumentOutOfRangeException">There is no such source.</exception>
        public SourceState StateOf(int id)
        {
            CheckId(id);
            SourceWait wait = _waits[id];
            return wait == null ? SourceState.Vacant : wait.State;
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
            for (int id = 0; id < _waits.Length; id++)
            {
                SourceWait wait = _waits[id];
                while (wait != null && wait.IsInFlight)
                {
                    Thread.Sleep(1);
                }
            }

            for (int id = 0; id < _waits.Length; id++)
            {
                SourceWait wait = _waits[id];
                if (wait != null)
                {
                    wait.Cut();
                }
            }
        }

        private SourceWait Register(int id, int kind)
        {
            if (_closing)
            {
                throw Throw.ReactorClosed();
            }

            CheckId(id);
            if (_waits[id] != null)
            {
                throw Throw.SourceTaken(id);
            }

            SourceWait wait = new SourceWait(this, id, kind);
            _waits[id] = wait;
            return wait;
        }

        private void CheckId(int id)
        {
            if ((uint)id >= (uint)_waits.Length)
            {
                throw Throw.NoSource(id, _waits.Length);
            }
        }
    }
}
