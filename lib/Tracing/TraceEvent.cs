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
}
