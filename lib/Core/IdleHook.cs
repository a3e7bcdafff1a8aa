namespace NanoExecutor
{
    /// <summary>
    /// Runs before an executor parks, on its thread. It must not block; if it wakes a task, the executor does not park.
    /// </summary>
    /// <param name="executor">The executor that is about to park.</param>
    public delegate void IdleHook(Executor executor);
}
