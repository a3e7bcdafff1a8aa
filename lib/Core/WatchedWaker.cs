namespace NanoExecutor
{
    /// <summary>
    /// The waker of a slot of a watched executor: it says who woke whom. A class of its own, so that other executors pay
    /// nothing for it.
    /// </summary>
    internal sealed class WatchedWaker : TaskWaker
    {
        internal WatchedWaker(WakeGroup group, int slot)
            : base(group, slot)
        {
        }

        /// <inheritdoc/>
        public override void Wake()
        {
            if (!IsSet)
            {
                Owner.Figures.NoteWake(this);
            }

            base.Wake();
        }
    }
}
