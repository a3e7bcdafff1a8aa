namespace NanoExecutor
{
    /// <summary>
    /// Lets a number of tasks go on together: each waits until all of them have come. Then it is ready for the next
    /// round.
    /// </summary>
    /// <remarks>Only tasks of one executor use it; nothing of it is for other threads or interrupts.</remarks>
    public sealed class Barrier
    {
        private const int MaxParties = 1024;

        private readonly Listeners _waits = new Listeners();

        /// <summary>Makes a barrier.</summary>
        /// <param name="parties">Tasks that wait for each other, 1 to 1024.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">The number is not 1 to 1024.</exception>
        public Barrier(int parties)
        {
            if (parties < 1 || parties > MaxParties)
            {
                throw Throw.Capacity("parties", parties, MaxParties);
            }

            Parties = parties;
        }

        /// <summary>Tasks that wait for each other.</summary>
        public int Parties { get; }

        /// <summary>Those that have come in this round.</summary>
        public int Arrived { get; private set; }

        /// <summary>Rounds that are complete; stays at int.MaxValue.</summary>
        public int Round { get; private set; }

        /// <summary>Which round it is: another number for the next, all values of an int in turn.</summary>
        internal int Generation { get; private set; }

        /// <summary>Makes a future that waits for all. Allocates it: call it before the executor runs.</summary>
        /// <returns>
        /// A future, one for each task. There may be more of them than parties; the first to come make the round.
        /// </returns>
        [Allocates("the future")]
        public BarrierWait NewWait()
        {
            BarrierWait wait = new BarrierWait(this);
            _waits.Add(wait);
            return wait;
        }

        /// <summary>One more has come; true if that completes the round.</summary>
        internal bool Arrive()
        {
            if (++Arrived < Parties)
            {
                return false;
            }

            Arrived = 0;
            Round = Saturating.Next(Round);
            Generation++;
            for (ListeningFuture wait = _waits.First; wait != null; wait = wait.Next)
            {
                if (wait.IsWaiting)
                {
                    wait.Flag.Wake();
                }
            }

            return true;
        }

        /// <summary>One that came in this round has gone.</summary>
        internal void Depart()
        {
            Arrived--;
        }
    }

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

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.BarrierWait).Add(Words.Missing).Number(_barrier.Parties - _barrier.Arrived);
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
