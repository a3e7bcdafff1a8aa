namespace NanoExecutor
{
    /// <summary>
    /// Something that a task has for itself until it gives it back. The executor keeps a list of all that its tasks have ever
    /// taken, so that one that throws or is aborted leaves nothing that the others would wait for in vain.
    /// </summary>
    internal interface IHeld
    {
        /// <summary>The next in the list of its executor.</summary>
        IHeld NextHeld { get; set; }

        /// <summary>The task that has it, by its future; null for none, or for one that is not known.</summary>
        Future Holder { get; }

        /// <summary>Gives it to the next in line, and says that it was not given back. The thread of the executor.</summary>
        void Abandon();
    }
}
