namespace NanoExecutor
{
    // R2 and R3: the search for slots that are awake, which finds what lost its hint.
    internal sealed partial class WakeProtocol
    {
        /// <summary>A busy executor looks for lost hints after this many polls for each slot.</summary>
        private const int PollsPerLook = 16;

        private const int WordBits = 5;

        // A bit for each slot, clear but while hints are renewed.
        private readonly int[] _hinted;

        private long _lookAt;

        /// <summary>
        /// R2 and R3: with no hint left, clears NeedRun and looks at the slots and at the stop request; true if there
        /// is something to do. A slot that is awake has a hint then.
        /// </summary>
        internal bool FindAwake()
        {
            NeedRun = false;
            FullFence();
            if (HasHint || StopRequested)
            {
                return true;
            }

            if (!HintAwake())
            {
                return false;
            }

            LostHints += Head - _tail;
            return true;
        }

        /// <summary>
        /// Keeps a wake whose hint was lost from waiting for the end of a busy stretch. Cheap unless a look is due;
        /// then it looks at the slots and hints those that are awake and have no hint, behind the others.
        /// </summary>
        internal void RenewHints()
        {
            // The head may have been set back behind the tail, by a thread that was stopped in the middle of a wake.
            int waiting = Head - _tail;
            if (waiting < 0 || waiting > Hints.Length)
            {
                _tail = Head;
                _lookAt = _wakes;
                waiting = 0;
            }

            if (_wakes >= _lookAt)
            {
                _lookAt = _wakes + (PollsPerLook * Hints.Length);
                for (int place = _tail; waiting > 0; place++, waiting--)
                {
                    int slot = Hints[place & HintMask];
                    _hinted[slot >> WordBits] |= 1 << slot;
                }

                HintAwake();
                for (int word = 0; word < _hinted.Length; word++)
                {
                    _hinted[word] = 0;
                }
            }
        }

        // R2 and R3: true if a slot is awake, which has a hint then.
        private bool HintAwake()
        {
            WakeGroup[] groups = Groups;
            bool found = false;
            for (int index = 0; index < groups.Length; index++)
            {
                WakeGroup group = groups[index];
                if (group.NeedRun)
                {
                    group.NeedRun = false;
                    FullFence();
                    if (HintAwake(index << WakeGroup.SizeBits))
                    {
                        // The hints just given may be lost as well.
                        group.NeedRun = true;
                        found = true;
                    }
                }
            }

            return found;
        }

        private bool HintAwake(int first)
        {
            Waker[] wakers = _tasks.Wakers;
            int used = _tasks.HighWater;
            int end = first + WakeGroup.Size < used ? first + WakeGroup.Size : used;
            bool found = false;
            for (int slot = first; slot < end; slot++)
            {
                if (wakers[slot].IsSet)
                {
                    found = true;
                    if ((_hinted[slot >> WordBits] & (1 << slot)) == 0)
                    {
                        Hints[Head & HintMask] = (short)slot;
                        Head++;
                    }
                }
            }

            return found;
        }
    }
}
