namespace NanoExecutor
{
    /// <summary>
    /// Neighbouring task slots that share one NeedRun, so that finding those that are awake does not mean to look at
    /// every slot there is: a group without NeedRun has none.
    /// </summary>
    /// <remarks>Any thread sets NeedRun, which is a store of a constant: two of them at once lose nothing.</remarks>
    internal sealed class WakeGroup
    {
        /// <summary>
        /// Slots of a group. A look costs as much as 12 opcodes for each of these, and 10 for each group.
        /// </summary>
        internal const int Size = 1 << SizeBits;

        /// <summary>The number of a slot's group is the slot's without these lower bits.</summary>
        internal const int SizeBits = 5;

        /// <summary>Whom its slots belong to.</summary>
        internal readonly WakeProtocol Executor;

        /// <summary>
        /// A slot of the group may be awake. Any thread sets it, the executor clears it before it looks at the slots.
        /// </summary>
#if NANOFRAMEWORK_1_0
        internal bool NeedRun;
#else
        internal volatile bool NeedRun;
#endif

        internal WakeGroup(WakeProtocol executor)
        {
            Executor = executor;
        }
    }
}
