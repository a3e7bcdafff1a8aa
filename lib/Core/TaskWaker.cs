namespace NanoExecutor
{
    /// <summary>
    /// The waker of one task slot, made with the executor, and all that the loop has to know of the slot to poll it. Its
    /// flag is the sleep flag of the task, the other way round: set means awake.
    /// </summary>
    /// <remarks>
    /// Only the flag is for other threads. The rest belongs to the thread that runs the executor, <see cref="Wake"/> reads
    /// what never changes.
    /// </remarks>
    internal class TaskWaker : Waker
    {
        /// <summary>What stands in the slot and is polled: a task, or what a vacant or a faulted slot holds.</summary>
        internal Future Future;

        /// <summary>The handle of what stood in the slot last: how often it was given, and its number.</summary>
        internal long Handle;

        /// <summary>Polls of what stands in the slot. Up to 2^63, which no run reaches.</summary>
        internal long Polls;

        /// <summary>The next slot of its group that has ever been used; null for the last.</summary>
        internal TaskWaker NextInGroup;

        private readonly WakeGroup _group;

        internal TaskWaker(WakeGroup group, int slot)
        {
            _group = group;
            Handle = slot;
        }

        /// <summary>The slot.</summary>
        internal int Slot => (int)Handle & (TaskTable.MaxSlots - 1);

        /// <summary>How often the slot was given.</summary>
        internal int Generation => (int)(Handle / TaskTable.MaxSlots);

        /// <summary>Whose slot it is.</summary>
        internal Executor Owner => _group.Protocol.Executor;

        /// <summary>The group of the slot.</summary>
        internal WakeGroup Group => _group;

        /// <inheritdoc/>
        internal override TaskWaker Task => this;

        /// <inheritdoc/>
        public override void Wake()
        {
            WakeGroup group = _group;
            WakeProtocol protocol = group.Protocol;
            if (IsSet)
            {
                // Once more: its owner may have cleared it since that look.
                IsSet = true;
            }
            else
            {
                // Two threads in here at once may write one place or step back the head: see RunQueue, a hint may be lost.
                IsSet = true;                                           // W1
                int head = protocol.Head;
                protocol.RunQueue[head & protocol.Mask] = this;
                protocol.Head = head + 1;
            }

            group.NeedRun = true;
            protocol.NeedRun = true;                                    // W3
            Fence.Full();
            if (protocol.Parked)                                        // W4
            {
                protocol.Parker.Unpark();
            }
        }
    }
}
