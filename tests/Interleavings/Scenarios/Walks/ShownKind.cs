namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>What tasks look at, each for itself.</summary>
    internal enum ShownKind
    {
        Watch = 0,
        LongWatch = 1,
        PubSub = 2,
        LongPubSub = 3,
        Flag = 4,
        FlagThatResets = 5,
        Once = 6,
        Source = 7,
        Request = 8,
        Level = 9,
    }
}
