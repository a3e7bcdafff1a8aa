namespace NanoExecutor
{
    /// <summary>What a <see cref="Tracer"/> is told. The numbers are those of the frames on the wire.</summary>
    public enum TraceEvent
    {
        /// <summary>A task was spawned in a slot; the argument is how often the slot was given.</summary>
        Spawn = 1,

        /// <summary>A task that slept was woken; the argument is one of <see cref="WokenBy"/>.</summary>
        Wake = 2,

        /// <summary>The poll of a task begins.</summary>
        PollBegin = 3,

        /// <summary>It ends; the argument is 0 for pending, 1 for ready and 2 for one that threw.</summary>
        PollEnd = 4,

        /// <summary>The executor parks; the argument is µs to the deadline, -1 for none or one that does not fit.</summary>
        Park = 5,

        /// <summary>The park is over.</summary>
        Unpark = 6,

        /// <summary>A timer of the task has fired; the argument is how late, µs.</summary>
        Timer = 7,

        /// <summary>A source was raised; the argument is its id.</summary>
        Source = 8,

        /// <summary>A task threw.</summary>
        Fault = 9,

        /// <summary>A task has ended; the argument is 0 for completed, 1 for aborted or detached, 2 for faulted.</summary>
        End = 10,

        /// <summary><see cref="Executor.Mark"/>: the argument is the id, and the value the value.</summary>
        Mark = 11,

        /// <summary>So many records before this one were lost.</summary>
        Lost = 12,

        /// <summary>All 64 bits of the clock: the argument is the upper half, the value the lower.</summary>
        Clock = 13,
    }

    /// <summary>
    /// Who woke a task: the slot of another task, or one of these. Interrupts of nanoCLR and other threads are told from the
    /// task that is being polled only where they raise a source of a reactor with a tracer.
    /// </summary>
    public static class WokenBy
    {
        /// <summary>A thread, an interrupt or a hook that is not known.</summary>
        public const int Unknown = -1;

        /// <summary>A timer.</summary>
        public const int Timer = -2;

        /// <summary>Added to the id of a source of a reactor.</summary>
        public const int Source = 0x10000;
    }

    /// <summary>
    /// Is told what an executor does, as it does it: given to <see cref="NanoExecutor.Executor.Tracer"/>, and to
    /// <see cref="Reactor.Tracer"/> for the sources. <see cref="TraceRing"/> is one that keeps it.
    /// </summary>
    /// <remarks>
    /// <para>
    /// An executor without one pays a look for each batch of polls and none for a wake: its wakers are of another class. With
    /// one, each event is a virtual call.
    /// </para>
    /// <para>
    /// The times are readings that the executor made anyway. With <see cref="NanoExecutor.Executor.Timing"/> it reads the clock
    /// after each poll, and they are exact; without, those of the polls between two looks at the clock are the same.
    /// </para>
    /// </remarks>
    public abstract class Tracer
    {
        /// <summary>A slot of no task.</summary>
        public const int NoSlot = -1;

        /// <summary>The source being raised, as <see cref="WokenBy"/>; 0 for none. Any thread that raises.</summary>
        internal int Raising;

        /// <summary>What its executor knows; null until it has one.</summary>
        internal Figures Figures;

        /// <summary>Whose tracer it is; null until it was given to one.</summary>
        public Executor Executor => Figures == null ? null : Figures.Executor;

        /// <summary>
        /// Something has happened. Wakes and sources come from any thread or interrupt, the rest from the one that runs the
        /// executor. Never blocks, never throws, allocates nothing.
        /// </summary>
        /// <param name="time">µs on the clock of the executor.</param>
        /// <param name="what">What.</param>
        /// <param name="slot">The slot of the task; <see cref="NoSlot"/> for none.</param>
        /// <param name="argument">As <see cref="TraceEvent"/> says.</param>
        /// <param name="value">Of a mark.</param>
        protected internal abstract void Record(long time, TraceEvent what, int slot, int argument, int value);

        /// <summary>
        /// Time to write out what was recorded: called before each park and now and then while the executor is busy. On the
        /// thread of the executor; allocates nothing.
        /// </summary>
        /// <param name="now">µs on the clock of the executor.</param>
        /// <returns>When it wants to be called again, µs; long.MaxValue for no sooner than there is something new.</returns>
        protected internal virtual long Flush(long now)
        {
            return long.MaxValue;
        }

        /// <summary>Raises a source of a traced reactor: its ready bit is set, and who is woken for it is known.</summary>
        internal void Raise(int id, Waker ready)
        {
            Figures figures = Figures;
            if (figures != null)
            {
                Record(figures.Time, TraceEvent.Source, NoSlot, id, 0);
            }

            int outer = Raising;
            Raising = WokenBy.Source + id;
            ready.Wake();
            Raising = outer;
        }
    }
}
