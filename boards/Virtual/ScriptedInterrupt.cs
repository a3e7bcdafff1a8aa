namespace NanoExecutor.Boards.Virtual
{
    /// <summary>
    /// Something that happens to the machine at a time given in advance: an edge, the end of a transfer, a key. Made
    /// once and scheduled any number of times (<see cref="VirtualClock.Schedule"/>).
    /// </summary>
    public abstract class ScriptedInterrupt
    {
        /// <summary>
        /// The time has come; <see cref="VirtualClock.Now"/> says it. Does what an interrupt may do: raise a source,
        /// set a pin, wake, stop the executor, schedule what comes next. It may come while a task is being polled.
        /// </summary>
        protected internal abstract void Fire();
    }
}
