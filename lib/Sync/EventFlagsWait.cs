namespace NanoExecutor
{
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
