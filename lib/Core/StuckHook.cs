namespace NanoExecutor
{
    /// <summary>Called when all tasks of an executor wait for each other, and for nothing outside (<see cref="Executor.OnStuck"/>).</summary>
    /// <param name="executor">The executor.</param>
    public delegate void StuckHook(Executor executor);
}
