namespace NanoExecutor
{
    /// <summary>
    /// One future is awaited by one task at a time. A future that waits keeps the waker of its task, and the handle of that; a
    /// poll with the waker of another task of the executor finds them there, and is refused as long as that task lives and has
    /// not let the future go.
    /// </summary>
    /// <remarks>
    /// Both would take turns for ever else: the poll of one pushes the waker of the other out and wakes it. What the refused
    /// task then cancels, as whoever catches an exception of a poll does, is not its own and stays as it is.
    /// </remarks>
    internal static class Ownership
    {
        /// <summary>No task.</summary>
        internal const long Nobody = 0;

        /// <summary>The handle of the task that polls with a waker, or <see cref="Nobody"/>.</summary>
        internal static long Of(Waker waker)
        {
            TaskWaker task = waker.Task;
            return task == null ? Nobody : task.Handle;
        }

        /// <summary>
        /// Whose a future is that another waker than the one it keeps polls. Throws if another task awaits it, or the same one
        /// at another place. Called before anything is changed.
        /// </summary>
        /// <param name="kept">The waker that the future keeps; null for none.</param>
        /// <param name="owner">The handle of the task that polled with that.</param>
        /// <param name="waker">That of this poll.</param>
        /// <param name="future">The future.</param>
        /// <returns>The handle of the task that has it now, or <see cref="Nobody"/> if it is polled by hand.</returns>
        internal static long Pass(Waker kept, long owner, Waker waker, Future future)
        {
            TaskWaker task = waker.Task;
            if (task == null || !task.Owner.IsActing(task))
            {
                return Nobody;
            }

            TaskWaker first = kept == null || kept == waker ? null : kept.Task;
            if (first == null || first.Handle != owner || (first == task && kept == first) || !first.Owner.Tasks.IsLive(first)
                || first.Owner != task.Owner)
            {
                // Nobody has it: a loser that a race has kept, or one that its task left behind when it ended. Or its own task
                // awaits it through a combinator now. Or it is on its way from one executor to another.
                return task.Handle;
            }

            task.Owner.Refuse(task);
            throw Throw.SecondOwner(future, first, task);
        }

        /// <summary>
        /// Whether it is a task that was refused that cancels or detaches now, and the future belongs to another.
        /// </summary>
        /// <param name="kept">The waker that the future keeps; null for none.</param>
        /// <param name="owner">The handle of the task that polled with that.</param>
        internal static bool IsRefused(Waker kept, long owner)
        {
            TaskWaker first = kept == null ? null : kept.Task;
            return first != null && first.Handle == owner && first.Owner.IsRefused(first);
        }
    }
}
