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

    /// <summary>
    /// Something that finishes later, advanced by polling. It is the only unit of work an <see cref="Executor"/> knows:
    /// a task is a future in a slot, and a future may poll others that it is made of.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The contract of <see cref="Poll"/>, on which nothing lost depends: a future that returns <see cref="Pending"/>
    /// has arranged for the waker of its <b>latest</b> poll to be woken. It stores the waker first and looks at what it
    /// waits for afterwards, so an event that comes in between is seen by one of the two.
    /// </para>
    /// <para>
    /// A poll may come without a reason (a spurious poll): the future looks again, and returns <see cref="Pending"/> if
    /// it finds nothing. It never blocks; while it runs, no other task of its executor does.
    /// </para>
    /// <para>
    /// A future that throws is cancelled by whoever polled it. One that throws when it is cancelled keeps no other from
    /// being cancelled.
    /// </para>
    /// <para>
    /// One task at a time awaits a future. If another task of the same executor polls a future of the library meanwhile, that
    /// poll throws an InvalidOperationException which names both, and what the task that was refused then cancels goes on for
    /// the other. A future is free again once it is ready, cancelled or detached, or once its task has ended.
    /// </para>
    /// <para>
    /// Futures are reusable: made once, before the executor runs, and armed again for every use. A poll allocates
    /// nothing. All members are for the thread that runs the executor, unless they say otherwise.
    /// </para>
    /// </remarks>
    public abstract class Future
    {
        /// <summary>
        /// Short for <see cref="NanoExecutor.Poll.Pending"/>, which the name of the method hides here.
        /// </summary>
        protected const Poll Pending = NanoExecutor.Poll.Pending;

        /// <summary>Short for <see cref="NanoExecutor.Poll.Ready"/>, which the name of the method hides here.</summary>
        protected const Poll Ready = NanoExecutor.Poll.Ready;

        /// <summary>
        /// The waker of the task slot this future stands in as a task; null for one that is in no slot.
        /// </summary>
        internal TaskWaker Home;

        /// <summary>Advances the future as far as it goes without waiting.</summary>
        /// <param name="waker">
        /// Whom to wake. Keep the one of the latest poll: a future may be polled by one executor first and by another
        /// later.
        /// </param>
        /// <returns>
        /// <see cref="Pending"/> or <see cref="Ready"/>; whoever polls refuses anything else, and names the future.
        /// </returns>
        /// <remarks>
        /// The generator writes it for a <see cref="Routine"/> with a [Linear] method; where the compiler misses it
        /// (CS0534), one of the two is missing.
        /// </remarks>
        /// <exception cref="System.ArgumentNullException">The waker is null.</exception>
        /// <exception cref="System.InvalidOperationException">Another task awaits it.</exception>
        public abstract Poll Poll(Waker waker);

        /// <summary>
        /// Gives up what is being waited for: takes a pending future out of whatever queue it stands in, so that it can
        /// be armed again. A wake it was given and has not used is passed on to the next in line. Does nothing to a
        /// future that is not pending. Each future says what cancelling it loses.
        /// </summary>
        /// <remarks>
        /// One that is made of others passes the call to each of them that it has polled and that was not ready: if it
        /// does not, they keep their places in line when a task is aborted or throws, and hold up others.
        /// </remarks>
        public virtual void Cancel()
        {
        }

        /// <summary>
        /// Takes a pending future off the executor that polled it last, without giving up what it waits for: the next
        /// poll, by any executor, goes on. <see cref="Executor.Detach"/> calls it.
        /// </summary>
        /// <remarks>
        /// Only what belongs to an executor must be let go, which is a place in its timer queue; one that is made of
        /// others passes the call to each of them.
        /// </remarks>
        public virtual void Detach()
        {
        }

        /// <summary>
        /// Writes what it waits for, in part of a line: what it is, the thing it waits for, and the futures that it is made of
        /// (<see cref="Description.Child"/>). For a dump, of a future that is being awaited. Calls nothing that changes something.
        /// </summary>
        /// <param name="to">Where to.</param>
        /// <remarks>Without an override it is the name of the type, which is made for it.</remarks>
        public virtual void Describe(Description to)
        {
            to.Type(this);
        }
    }
}
