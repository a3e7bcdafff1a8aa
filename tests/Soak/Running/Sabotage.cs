namespace NanoExecutor.Soak.Running
{
    /// <summary>What a run does wrong on purpose, now and then, to show that the soak would find it.</summary>
    internal enum Sabotage
    {
        None,

        /// <summary>A future that waits is no longer told.</summary>
        LoseWake,

        /// <summary>An item disappears from a channel.</summary>
        LoseItem,

        /// <summary>An item is sent twice.</summary>
        RepeatItem,

        /// <summary>A task that is aborted leaves what it waits for.</summary>
        LeaveWaiter,
    }
}
