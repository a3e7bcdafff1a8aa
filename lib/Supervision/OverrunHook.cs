namespace NanoExecutor
{
    /// <summary>
    /// Hears of a poll that took longer than allowed, after it, on the thread that runs the executor. It should be
    /// quick.
    /// </summary>
    /// <param name="budget">Whose limit it was.</param>
    /// <param name="slot">The slot of the task; -1 when no executor polled it.</param>
    /// <param name="took">How long the poll took, µs.</param>
    public delegate void OverrunHook(Budget budget, int slot, long took);
}
