namespace NanoExecutor
{
    /// <summary>
    /// Comes to a <see cref="Barrier"/> with its first poll; ready when all have come. Awaited again and again.
    /// </summary>
    /// <remarks>
    /// <para>
    /// <b>Poll:</b> a few field accesses; the last to come looks at every future that was made. Allocates nothing.
    /// </para>
    /// <para>
    /// <b>Cancel:</b> it has not come, and the others wait on; after the round was complete, theirs is not undone.
    /// </para>
    /// </remarks>
    public sealed class BarrierWait : TurnFuture
    {
        private readonly Barrier _barrier;
        private int _generation;

        internal BarrierWait(Barrier barrier)
        {
            _barrier = barrier;
        }

        /// <summary>Whether it was the last to come when it was ready last. One of each round is.</summary>
        public bool IsLast { get; private set; }

        /// <inheritdoc/>
        public override void Cancel()
        {
            if (IsNotItsOwn)
            {
                return;
            }

            if (IsWaiting && _generation == _barrier.Generation)
            {
                _barrier.Depart();
            }

            base.Cancel();
        }

        private protected override bool TryGoOn()
        {
            return _generation != _barrier.Generation;
        }

        private protected override void Begin()
        {
            _generation = _barrier.Generation;
            IsLast = _barrier.Arrive();
        }
    }
}
