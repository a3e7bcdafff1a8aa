namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>What a task is made of.</summary>
    internal enum Made
    {
        Source = 0,
        Delay = 1,
        Interval = 2,
        Join = 3,
        Race = 4,
        KeepingRace = 5,
        Timeout = 6,
        Deadline = 7,
        Sequence = 8,
        Repeat = 9,
        Retry = 10,
        RetryPausing = 11,
        Supervised = 12,
        SupervisedPausing = 13,
        Budget = 14,
        Cancellable = 15,
        Nested = 16,
        Debounced = 17,
    }
}
