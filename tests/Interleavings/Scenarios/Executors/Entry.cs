namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>The ways into the loop of an executor.</summary>
    internal enum Entry
    {
        Run = 0,
        BlockOn = 1,
        RunUntilIdle = 2,
    }
}
