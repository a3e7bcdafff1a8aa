namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>What tasks wait for in a line.</summary>
    internal enum GivenKind
    {
        Semaphore = 0,
        Channel = 1,
        LongChannel = 2,
        Signal = 3,
        LongSignal = 4,
    }
}
