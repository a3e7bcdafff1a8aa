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
        private readonly Semaphore _semaphore;

        internal SemaphoreAcquire(Semaphore semaphore, int permits)
            : base(semaphore.Line)
        {
            _semaphore = semaphore;
            Permits = permits;
        }

        /// <summary>How many it takes each time.</summary>
        public int Permits { get; }

        internal override bool CanFinish => _semaphore.CanTake(Permits);

        private protected override bool TryFinish()
        {
            return _semaphore.TryTake(Permits);
        }
    }
}
