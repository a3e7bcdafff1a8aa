namespace NanoExecutor
{
    /// <summary>
    /// Neighbouring task slots that share one NeedRun, so that finding those that are awake does not mean to look at
    /// every slot there is: a group without NeedRun has none.
    /// </summary>
    internal sealed class WakeGroup
    {
        /// <summary>
        /// A slot of the group may be awake. Any thread sets it, which is a store of a constant: two at once lose nothing.
        /// The executor clears it before it looks at the slots.
        /// </summary>
#if NANOFRAMEWORK_1_0
        internal bool NeedRun;
#else
        internal volatile bool NeedRun;
#endif

        /// <summary>Of the executor whose slots these are.</summary>
        internal readonly WakeProtocol Protocol;

        /// <summary>The slots that have ever been used, linked by <see cref="TaskWaker.NextInGroup"/>.</summary>
        internal TaskWaker First;

        /// <summary>The next group of which a slot has ever been used; null for the last.</summary>
        internal WakeGroup Next;

        internal WakeGroup(WakeProtocol protocol)
        {
            Protocol = protocol;
        }
    }
}
