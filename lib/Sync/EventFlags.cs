namespace NanoExecutor
{
    /// <summary>32 flags, of which tasks wait for any or for all of some: one place for several small events.</summary>
    /// <remarks>
    /// <para>
    /// Any thread or interrupt sets and clears flags, several at once; only tasks of one executor wait. A flag stays
    /// set until it is cleared. With manual reset everybody who waits for it goes on, until somebody calls
    /// <see cref="Clear"/>. With auto reset who goes on clears what it waited for, and then each flag lets one go on:
    /// of those that could, the one that has waited longest.
    /// </para>
    /// <para>Setting a flag that is set does nothing: to count events use a <see cref="Semaphore"/>.</para>
    /// </remarks>
    public sealed class EventFlags
    {
        internal readonly AtomicBits Bits = new AtomicBits();
        internal readonly bool IsAutoReset;

        private readonly Listeners _waits = new Listeners();
        private long _turns;
        private bool _stoodBack;

        /// <summary>Makes flags that are all clear.</summary>
        /// <param name="autoReset">Whether who goes on clears what it waited for.</param>
        public EventFlags(bool autoReset)
        {
            IsAutoReset = autoReset;
        }

        /// <summary>Whether who goes on clears what it waited for.</summary>
        public bool AutoReset => IsAutoReset;

        /// <summary>The flags that are set, as bits. Any thread.</summary>
        public int Value => Bits.Value;

        /// <summary>Futures that wait. Looks at all that were made.</summary>
        public int Waiting => _waits.CountWaiting();

        /// <summary>
        /// Makes a future that waits until one of some flags is set. Allocates it; one thread at a time.
        /// </summary>
        /// <param name="mask">The flags, as bits; at least one.</param>
        /// <returns>A future, one for each task that waits.</returns>
        /// <exception cref="System.ArgumentOutOfRangeException">The mask is 0.</exception>
        [Allocates("the future")]
        public EventFlagsWait NewWaitAny(int mask)
        {
            return NewWait(mask, false);
        }

        /// <summary>
        /// Makes a future that waits until all of some flags are set at once. Allocates it; one thread at a time.
        /// </summary>
        /// <param name="mask">The flags, as bits; at least one.</param>
        /// <returns>A future, one for each task that waits.</returns>
        /// <exception cref="System.ArgumentOutOfRangeException">The mask is 0.</exception>
        [Allocates("the future")]
        public EventFlagsWait NewWaitAll(int mask)
        {
            return NewWait(mask, true);
        }

        /// <summary>
        /// Sets flags and wakes those who now have what they wait for. Any thread, task or interrupt; never blocks,
        /// allocates nothing. Takes a little longer for each future that was made.
        /// </summary>
        /// <param name="mask">The flags, as bits.</param>
        public void Set(int mask)
        {
            WakeMet(Bits.Set(mask), null);
        }

        /// <summary>
        /// Clears flags. Any thread, task or interrupt; never blocks, allocates nothing. Who was woken for one of them
        /// and has not been polled yet waits on. With auto reset it takes a little longer for each future that was
        /// made.
        /// </summary>
        /// <param name="mask">The flags, as bits.</param>
        /// <returns>The flags that were set before, as bits.</returns>
        public int Clear(int mask)
        {
            int before = Bits.Clear(mask);
            if (AutoReset)
            {
                // One that stood back behind another, which wanted a flag that is gone now, may take what is left.
                WakeMet(before & ~mask, null);
            }

            return before;
        }

        internal long NextTurn()
        {
            return ++_turns;
        }

        /// <summary>Whether somebody who has waited longer wants, and could have, some of these bits.</summary>
        internal bool IsWantedBefore(long turn, int bits, int wanted)
        {
            for (ListeningFuture wait = _waits.First; wait != null; wait = wait.Next)
            {
                EventFlagsWait other = (EventFlagsWait)wait;
                if (wait.IsWaiting && other.Turn < turn && (other.Met(bits) & wanted) != 0)
                {
                    _stoodBack = true;
                    return true;
                }
            }

            return false;
        }

        /// <summary>Wakes those who stood back for one that no longer waits.</summary>
        internal void LetOthersLook(EventFlagsWait gone)
        {
            if (_stoodBack)
            {
                _stoodBack = false;
                WakeMet(Bits.Value, gone);
            }
        }

        private void WakeMet(int bits, EventFlagsWait except)
        {
            for (ListeningFuture wait = _waits.First; wait != null; wait = wait.Next)
            {
                if (wait != except && ((EventFlagsWait)wait).Met(bits) != 0)
                {
                    wait.Flag.Wake();
                }
            }
        }

        private EventFlagsWait NewWait(int mask, bool all)
        {
            if (mask == 0)
            {
                throw Throw.EmptyMask();
            }

            EventFlagsWait wait = new EventFlagsWait(this, mask, all);
            _waits.Add(wait);
            return wait;
        }
    }

    /// <summary>Ready when any or all of some <see cref="EventFlags"/> are set. Awaited again and again.</summary>
    /// <remarks>
    /// <para>
    /// With auto reset, one that could go on and is not polled any more keeps its turn from those that want the same
    /// flags: <see cref="Cancel"/> it. When its task throws or is aborted it gives up its turn, even if the task does not
    /// cancel it.
    /// </para>
    /// <para>
    /// <b>Poll:</b> a few field accesses; with auto reset also one compare-exchange and a look at every future that was
    /// made.
    /// </para>
    /// <para>
    /// <b>Cancel:</b> loses its turn. The flags stay as they are, and those that stood back for it are woken.
    /// </para>
    /// </remarks>
    public sealed class EventFlagsWait : TurnFuture
    {
        private readonly EventFlags _flags;
        private readonly bool _all;

        internal EventFlagsWait(EventFlags flags, int mask, bool all)
        {
            _flags = flags;
            Mask = mask;
            _all = all;
        }

        /// <summary>The flags it waits for, as bits.</summary>
        public int Mask { get; }

        /// <summary>Those of them that were set when it was ready last, as bits.</summary>
        public int Result { get; private set; }

        /// <summary>When its wait began, compared with the others.</summary>
        internal long Turn { get; private set; }

        /// <inheritdoc/>
        public override void Cancel()
        {
            if (IsNotItsOwn)
            {
                return;
            }

            base.Cancel();
            _flags.LetOthersLook(this);
        }

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.EventFlagsWait).Add(_all ? Words.AllOf : Words.AnyOf).Number(Mask).Outside();
        }

        /// <summary>What it would go on with if these bits were set; 0 if it would not.</summary>
        internal int Met(int bits)
        {
            bits &= Mask;
            return _all && bits != Mask ? 0 : bits;
        }

        private protected override bool TryGoOn()
        {
            int bits;
            int met;
            do
            {
                bits = _flags.Bits.Value;
                met = Met(bits);
                if (met == 0 || (_flags.IsAutoReset && _flags.IsWantedBefore(Turn, bits, met)))
                {
                    return false;
                }
            }
            while (_flags.IsAutoReset && !_flags.Bits.TryChange(bits, bits & ~met));

            Result = met;
            _flags.LetOthersLook(this);
            return true;
        }

        private protected override void Begin()
        {
            Turn = _flags.NextTurn();
        }
    }
}
