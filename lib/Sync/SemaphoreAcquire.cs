namespace NanoExecutor
{
    /// <summary>Ready when it has taken permits from a <see cref="Semaphore"/>. Awaited again and again.</summary>
    /// <remarks>
    /// <para>
    /// The permits are the task's then: it gives them back with <see cref="Semaphore.Release(int)"/>, or uses them up.
    /// </para>
    /// <para><b>Poll:</b> a few field accesses. Allocates nothing.</para>
    /// <para>
    /// <b>Cancel:</b> leaves the line. No permit is lost: it is taken only by the poll that is ready, and what it was
    /// woken for goes to the next.
    /// </para>
    /// </remarks>
    public sealed class SemaphoreAcquire : QueuedFuture
    {
        private readonly Tickets _given;
        private readonly int _permits;

        internal SemaphoreAcquire(Semaphore semaphore, int permits)
            : base(semaphore.Line, false)
        {
            _given = semaphore.Permits;
            _permits = permits;
        }

        /// <summary>How many it takes each time.</summary>
        public int Permits => _permits;

        internal override bool CanFinish => _given.Count >= _permits;

        private protected override bool TryFinish()
        {
            return _given.TryTake(_permits);
        }
    }
}
