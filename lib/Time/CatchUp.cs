namespace NanoExecutor
{
    /// <summary>What an <see cref="Interval"/> does about ticks that passed while nobody polled it.</summary>
    public enum CatchUp
    {
        /// <summary>
        /// Passes over them and counts them; the next tick is the next on the grid that is still to come.
        /// </summary>
        Skip = 0,

        /// <summary>Delivers each of them, without waiting, until it has caught up.</summary>
        Burst = 1,
    }
}
