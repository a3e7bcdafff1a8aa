namespace NanoExecutor
{
    /// <summary>
    /// Something that a task has for itself, or a place in a line, until it gives it back. The executor keeps a list of all
    /// that its tasks have ever taken, so that one that throws or is aborted leaves nothing that others would wait for in
    /// vain, even if its future does not pass a cancellation on.
    /// </summary>
    internal interface IHeld
    {
        /// <summary>The next in the list of its executor.</summary>
        IHeld NextHeld { get; set; }

        /// <summary>The executor in whose list it stands; null for none. For <see cref="Executor.Remember"/>.</summary>
        Executor ListedBy { get; set; }

        /// <summary>Whether a task has it.</summary>
        /// <param name="task">The slot of the task; of one that ended before in that slot it counts too.</param>
        /// <param name="future">The task itself.</param>
        bool IsOf(TaskWaker task, Future future);

        /// <summary>Gives it to the next in line, and says that it was not given back. The thread of the executor.</summary>
        void Abandon();
    }
}
