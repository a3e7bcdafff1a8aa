namespace NanoExecutor
{
    /// <summary>What a channel does with an item for which it has no place.</summary>
    public enum WhenFull
    {
        /// <summary>The item is refused and stays with the sender, who may wait for a place.</summary>
        Refuse = 0,

        /// <summary>The oldest item is dropped and counted. The sender never waits.</summary>
        DropOldest = 1,

        /// <summary>The new item is dropped and counted. The sender never waits.</summary>
        DropNewest = 2,
    }
}
