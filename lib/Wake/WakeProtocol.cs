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
    /// No wake is lost. W1 comes before W3 and R2 before R4. If W3 comes before the store of R2, the look of R2 sees
    /// W1. If it comes after that store and before the look of R4, R4 does not park. If it comes later, then W4 comes
    /// after parked := 1 and unparks, and the parker latches.
    /// </para>
    /// <para>
    /// There is a NeedRun for each <see cref="WakeGroup"/> of slots, and R2 looks at the slots of those only that have
    /// it: a group whose NeedRun is 0 had no slot awake when R2 last looked. One more is for what is in no slot
    /// (<see cref="Kick"/>).
    /// </para>
    /// <para>
    /// The awake flags alone are the truth. The hints only save the search: a wake that finds its slot asleep stores
    /// the slot number in a ring, with plain loads and stores, which keeps its cost flat however many slots sleep. Two
    /// wakes at the same moment may overwrite each other's hint, or set the head back. Such a hint is lost, the wake is
    /// not: R2 looks at the flags before each park, and a busy executor does so once in a while
    /// (<see cref="RenewHints"/>). The ring is also what makes the executor fair: a task that wakes itself stands
    /// behind all that were awake.
    /// </para>
    /// </remarks>
    internal sealed partial class WakeProtocol
    {
        /// <summary>
        /// Slot numbers of recent wakes, newest at <see cref="Head"/>. A lossy aid: any thread writes it unguarded.
        /// </summary>
        internal readonly short[] Hints;

        /// <summary>Number of places in <see cref="Hints"/>, a power of two, less one.</summary>
        internal readonly int HintMask;

        /// <summary>The groups of slots, in order.</summary>
        internal readonly WakeGroup[] Groups;

        /// <summary>Whose thread runs it.</summary>
        internal readonly Executor Executor;

        private readonly TaskTable _tasks;
        private readonly Parker _parker;

        private int _tail;
        private long _wakes;

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

        /// <summary>
        /// R1: polls hinted slots in the order of their wakes, until none is left or <paramref name="most"/> were.
        /// </summary>
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
        /// Sets NeedRun for something that is in no slot: the alarm has expired, or the executor is to stop.
        /// </summary>
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
        /// <param name="deadline">
        /// When the alarm will end the park, µs; <see cref="long.MaxValue"/> if none is armed.
        /// </param>
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

        /// <summary>
        /// Makes the calling thread the one that runs the executor; false if another call already does.
        /// </summary>
        internal bool TryEnter()
        {
            return Interlocked.CompareExchange(ref _entered, 1, 0) == 0;
        }

        internal void Leave()
        {
            Interlocked.Exchange(ref _entered, 0);
        }

        static partial void FullFence();
    }
}
