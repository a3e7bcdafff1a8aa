namespace NanoExecutor
{
    /// <summary>
    /// A number of permits that tasks take and anybody gives: so many at a time may have something, or so many events
    /// have come and each is handled once.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Any thread or interrupt gives permits; only tasks of one executor take them. First come, first served: who comes
    /// while others wait stands behind them, and one that wants many is not overtaken by those that want few.
    /// </para>
    /// <para>
    /// There is a limit, so that a count cannot run away unnoticed: what would go beyond it is refused and counted
    /// (<see cref="Dropped"/>).
    /// </para>
    /// </remarks>
    public sealed class Semaphore
    {
        internal readonly WaitQueue Line;

        internal readonly PermitCounter Permits;

        private readonly WakerRegistration _given = new WakerRegistration();

        /// <summary>Makes a semaphore.</summary>
        /// <param name="initial">Permits at the start, 0 to <paramref name="max"/>.</param>
        /// <param name="max">The most permits there may be, 1 to 2^28.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">A number is out of range.</exception>
        public Semaphore(int initial, int max)
        {
            if (max < 1 || max > PermitCounter.Max)
            {
                throw Throw.Capacity("max", max, PermitCounter.Max);
            }

            if (initial < 0 || initial > max)
            {
                throw Throw.NegativeInitial(initial, max);
            }

            Line = new WaitQueue(_given);
            Permits = new PermitCounter(max);
            Permits.TryGive(initial);
        }

        /// <summary>Permits that can be taken now. For tasks of its executor.</summary>
        public int Available => Permits.Count;

        /// <summary>The most permits there may be.</summary>
        public int Max => Permits.Limit;

        /// <summary>Calls of <see cref="Release(int)"/> that were refused so far; stays at int.MaxValue.</summary>
        public int Dropped => Permits.Dropped;

        /// <summary>Futures that wait for permits.</summary>
        public int Waiting => Line.Count;

        /// <summary>
        /// Makes a future that takes one permit each time. Allocates it: call it before the executor runs.
        /// </summary>
        /// <returns>A future, one for each task that waits.</returns>
        [Allocates("the future")]
        public SemaphoreAcquire NewAcquire()
        {
            return NewAcquire(1);
        }

        /// <summary>Makes a future that takes several permits at once each time. Allocates it.</summary>
        /// <param name="permits">1 to <see cref="Max"/>.</param>
        /// <returns>A future, one for each task that waits.</returns>
        /// <exception cref="System.ArgumentOutOfRangeException">So many can never be there.</exception>
        [Allocates("the future")]
        public SemaphoreAcquire NewAcquire(int permits)
        {
            CheckPermits(permits);
            return new SemaphoreAcquire(this, permits);
        }

        /// <summary>Takes a permit if there is one and nobody waits. Only tasks of its executor.</summary>
        /// <returns>Whether it was taken.</returns>
        public bool TryAcquire()
        {
            return Line.First == null && Permits.TryTake(1);
        }

        /// <summary>
        /// Gives a permit and wakes the first that waits. Any thread, task or interrupt; never blocks, allocates
        /// nothing.
        /// </summary>
        /// <returns>False, and counted, if there are as many as there may be.</returns>
        public bool Release()
        {
            return Give(1);
        }

        /// <summary>
        /// Gives permits, all or none, and wakes the first that waits. Any thread, task or interrupt; never blocks,
        /// allocates nothing.
        /// </summary>
        /// <param name="permits">1 to <see cref="Max"/>.</param>
        /// <returns>False, and counted, if there would be more than there may be.</returns>
        /// <exception cref="System.ArgumentOutOfRangeException">So many can never be there.</exception>
        public bool Release(int permits)
        {
            CheckPermits(permits);
            return Give(permits);
        }

        private bool Give(int permits)
        {
            if (!Permits.TryGive(permits))
            {
                Permits.CountDropped();
                return false;
            }

            _given.Notify();
            return true;
        }

        private void CheckPermits(int permits)
        {
            if (permits < 1 || permits > Permits.Limit)
            {
                throw Throw.Permits(permits, Permits.Limit);
            }
        }
    }

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
        private readonly PermitCounter _given;
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

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            Place(to.Add(Words.SemaphoreAcquire).Add(Words.Of).Number(_permits).Add(Words.Permits)).Outside();
        }

        private protected override bool TryFinish()
        {
            return _given.TryTake(_permits);
        }
    }
}
