namespace NanoExecutor
{
    /// <summary>What a <see cref="Reactor"/> knows of one of its sources.</summary>
    public enum SourceState
    {
        /// <summary>Nobody has registered the id, or it was released.</summary>
        Vacant = 0,

        /// <summary>Registered; no event has come that was not taken.</summary>
        NotReady = 1,

        /// <summary>Raised; the future that waits for it has not taken the event yet.</summary>
        Ready = 2,

        /// <summary>A source of one event whose event was taken. Raising it again is an error.</summary>
        Finished = 3,

        /// <summary>The reactor was closed before an event came.</summary>
        Closed = 4,
    }
}
