namespace NanoExecutor.Interleavings
{
    /// <summary>Chooses the way of each schedule.</summary>
    internal abstract class Strategy
    {
        /// <summary>The answer to a decision whose state was seen before: nothing new can follow.</summary>
        internal const int NothingNew = -1;

        /// <summary>Gets ready for the next schedule; false when there is none left.</summary>
        internal abstract bool Begin();

        /// <summary>Chooses one of the options, or says <see cref="NothingNew"/>.</summary>
        /// <param name="decision">What there is to decide.</param>
        /// <param name="actors">For a choice between actors: who they are.</param>
        internal abstract int Choose(in Decision decision, ReadOnlySpan<Actor> actors);

        /// <summary>
        /// Whether it may interrupt an actor in this schedule. One that it does not needs no thread of its own, if it
        /// never waits: it runs on the stack of another.
        /// </summary>
        internal virtual bool Interrupts(Actor actor)
        {
            return true;
        }

        /// <summary>Starts from the beginning: the scheduling points have changed.</summary>
        internal abstract void Restart();
    }
}
