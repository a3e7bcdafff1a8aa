namespace NanoExecutor
{
    /// <summary>What one <see cref="Future.Poll"/> found.</summary>
    public enum Poll
    {
        /// <summary>
        /// Not finished. The future has kept the waker of this poll and will wake it when another poll can make
        /// progress.
        /// </summary>
        Pending = 0,

        /// <summary>Finished. The future must be armed again before its next poll.</summary>
        Ready = 1,
    }
}
