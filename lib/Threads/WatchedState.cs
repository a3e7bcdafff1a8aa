namespace NanoExecutor
{
    /// <summary>How far a <see cref="WatchedThread"/> has come. It only goes on.</summary>
    public enum WatchedState
    {
        /// <summary>Made, not started.</summary>
        NotStarted = 0,

        /// <summary>Its body runs.</summary>
        Running = 1,

        /// <summary>Its body has returned or thrown. Final.</summary>
        Exited = 2,
    }
}
