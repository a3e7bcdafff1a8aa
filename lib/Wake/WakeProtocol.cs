using System.Threading;

namespace NanoExecutor
{
    /// <summary>
    /// The half of the wake protocol that an executor has once: the parked mark, and where to look for awake slots.
    /// <see cref="Waker"/> is the half that each slot has; together they are all that threads share.
    /// </summary>
    /// <remarks>
    /// <code>
    ///     wake   W1  awake := 1              run   R1  for each hint: awake := 0, then poll
    ///            W2  leave a hint                  R2  no hint left: NeedRun := 0, then look at the slots
    ///            W3  NeedRun := 1                  R3  one awake: NeedRun := 1, to R1
    ///            W4  if parked: unpark             R4  parked := 1, then look at NeedRun; if 0: park
    ///                                              R5  parked := 0, to R1
    /// </code>
    /// <para>
    /// No wake is lost. W1 comes before W3 and R2 before R4. If W3 comes before the store of R2, the look of R2 sees W1. If it
    /// comes after that store and before the look of R4, R4 does not park. If it comes later, then W4 comes after parked := 1
    /// and unparks, and the parker latches.
    /// </para>
    /// <para>
    /// There is a NeedRun for each <see cref="WakeGroup"/> of slots, and R2 looks at the slots of those only that have it: a
    /// group whose NeedRun is 0 had no slot awake when R2 last looked. One more is for what is in no slot (<see cref="Kick"/>).
    /// </para>
    /// <para>
    /// The awake flags alone are the truth. The hints only save the search: a wake that finds its slot asleep stores the slot
    /// number in a ring, with plain loads and stores, which keeps its cost flat however many slots sleep. Two wakes at the
    /// same moment may overwrite each other's hint, or set the head back. Such a hint is lost, the wake is not: R2 looks at
    /// the flags before each park, and a busy executor does so once in a while (<see cref="RenewHints"/>). The ring is also
    /// what makes the executor fair: a task that wakes itself stands behind all that were awake.
    /// </para>
    /// </remarks>
    internal sealed partial class WakeProtocol
    {
        /// <summary>A busy executor looks for lost hints after this many polls for each slot.</summary>
        private const int PollsPerLook = 16;

        private const int WordBits = 5;

        /// <summary>Slot numbers of recent wakes, newest at <see cref="Head"/>. A lossy aid: any thread writes it unguarded.</summary>
        internal readonly short[] Hints;

        /// <summary>Number of places in <see cref="Hints"/>, a power of two, less one.</summary>
        internal readonly int HintMask;

        /// <summary>The groups of slots, in order.</summary>
        internal readonly WakeGroup[] Groups;

        /// <summary>Whose thread runs it.</summary>
        internal readonly Executor Executor;

        private readonly TaskTable _tasks;
        private readonly Parker _parker;

        // A bit for each slot, clear but while hints are renewed.
        private readonly int[] _hinted;

        private int _tail;
        private long _wakes;
        private long _lookAt;

        internal WakeProtocol(Executor executor, int capacity, Parker parker)
        {
            int places = 2;
            while (places < capacity)
            {
                places <<= 1;
            }

            Executor = executor;
            Hints = new short[places];
            HintMask = places - 1;
            _hinted = new int[((capacity - 1) >> WordBits) + 1];
            _lookAt = PollsPerLook * places;
            _parker = parker;
            Groups = new WakeGroup[((capacity - 1) >> WakeGroup.SizeBits) + 1];
            for (int group = 0; group < Groups.Length; group++)
            {
                Groups[group] = new WakeGroup(this);
            }

            _tasks = new TaskTable(capacity, this);
        }

        internal TaskTable Tasks => _tasks;

        /// <summary>Wakes so far that found their task asleep.</summary>
        internal long Wakes => _wakes;

        /// <summary>Wakes so far whose hint was lost, and which a look at the flags found.</summary>
        internal long LostHints { get; private set; }

        /// <summary>Whether anything has asked for a run since the executor last looked. Any thread.</summary>
        internal bool IsNeeded
        {
            get
            {
                WakeGroup[] groups = Groups;
                for (int group = 0; group < groups.Length; group++)
                {
                    if (groups[group].NeedRun)
                    {
                        return true;
                    }
                }

                return NeedRun;
            }
        }

        /// <summary>Whether a hint waits to be run.</summary>
        internal bool HasHint => _tail != Head;

        /// <summary>R1: polls hinted slots in the order of their wakes, until none is left or <paramref name="most"/> were.</summary>
        internal void RunHinted(int most)
        {
            TaskTable tasks = _tasks;
            Waker[] wakers = tasks.Wakers;
            Future[] futures = tasks.Futures;
            int[] polls = tasks.Polls;
            short[] hints = Hints;
            int mask = HintMask;
            int start = _tail;
            int end = start + most;
            int tail = start;
            try
            {
                while (tail != Head && tail != end)
                {
                    int slot = hints[tail++ & mask];
                    Waker waker = wakers[slot];
                    if (waker.IsSet)
                    {
                        waker.IsSet = false;
                        FullFence();
                        tasks.Polling = slot;
                        polls[slot]++;
                        if (futures[slot].Poll(waker) != Poll.Pending)
                        {
                            tasks.Finish(slot);
                        }
                    }
                }

                tasks.Polling = TaskTable.NoSlot;
            }
            finally
            {
                _tail = tail;
                _wakes += tail - start;
            }
        }

        /// <summary>
        /// R2 and R3: with no hint left, clears NeedRun and looks at the slots and at the stop request; true if there is
        /// something to do. A slot that is awake has a hint then.
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
        /// Keeps a wake whose hint was lost from waiting for the end of a busy stretch. Cheap unless a look is due; then it
        /// looks at the slots and hints those that are awake and have no hint, behind the others.
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

        /// <summary>Sets NeedRun for something that is in no slot: the alarm has expired, or the executor is to stop.</summary>
        internal void Kick()
        {
            NeedRun = true;                                             // W3
            FullFence();
            if (Parked)                                                 // W4
            {
                Unpark();
            }
        }

        internal void Unpark()
        {
            _parker.Unpark();
        }

        /// <summary>R4 and R5: parks unless a wake has come since NeedRun was cleared.</summary>
        /// <param name="deadline">When the alarm will end the park, µs; <see cref="long.MaxValue"/> if none is armed.</param>
        internal void Park(long deadline)
        {
            Parked = true;
            FullFence();
            if (!IsNeeded)
            {
                _parker.Park(deadline);
            }

            Parked = false;
        }

        internal void RequestStop()
        {
            StopRequested = true;
            Kick();
        }

        /// <summary>Makes the calling thread the one that runs the executor; false if another call already does.</summary>
        internal bool TryEnter()
        {
            return Interlocked.CompareExchange(ref _entered, 1, 0) == 0;
        }

        internal void Leave()
        {
            Interlocked.Exchange(ref _entered, 0);
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

        static partial void FullFence();
    }
}
