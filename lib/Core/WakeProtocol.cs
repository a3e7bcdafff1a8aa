using System.Threading;

namespace NanoExecutor
{
    /// <summary>
    /// What a wake and the loop of an executor share: the run queue, NeedRun and the parked mark. With
    /// <see cref="Waker"/> it is all of the kernel that several threads write.
    /// </summary>
    /// <remarks>
    /// <code>
    ///     wake   W1  awake := 1              run   R1  for each hint: awake := 0, then poll
    ///            W2  leave a hint                  R2  no hint left: NeedRun := 0, then look at the slots
    ///            W3  NeedRun := 1                  R3  one awake: hint it, to R1
    ///            W4  if parked: unpark             R4  parked := 1, then look at NeedRun; if 0: park
    ///                                              R5  parked := 0, to R1
    /// </code>
    /// <para>
    /// No wake is lost. W1 comes before W3 and R2 before R4. If W3 comes before the store of R2, the look of R2 sees
    /// W1. If it comes after that store and before the look of R4, R4 does not park. If it comes later, then W4 comes
    /// after parked := 1 and unparks, and the parker latches.
    /// </para>
    /// <para>
    /// A <see cref="WakeGroup"/> has a NeedRun of its own, set before the one here, and R2 looks at the slots of those
    /// groups only that have it: in a group whose NeedRun is 0 no slot has been woken since R2 last looked.
    /// </para>
    /// <para>
    /// The awake flags alone are the truth. The hints only save the search: a wake that finds its slot asleep stores its
    /// waker in a ring, with plain loads and stores, which keeps its cost flat however many slots sleep. Two wakes at the
    /// same moment may overwrite each other's hint, or set the head back. Such a hint is lost, the wake is not: R2 looks
    /// at the flags before each park, and a busy executor does so once in a while (<see cref="RenewHints"/>). The ring is
    /// also what makes the executor fair: a task that wakes itself stands behind all that were awake.
    /// </para>
    /// <para>R1 to R5 are the loop of the executor itself (Executor.Loop.cs), where a call more would cost as much as a wake.</para>
    /// </remarks>
    internal sealed class WakeProtocol
    {
        // A busy executor looks for lost hints after this many polls for each place.
        private const int PollsPerLook = 16;

        private const int WordBits = 5;

        /// <summary>
        /// The hints: wakers of recent wakes, the newest before <see cref="Head"/>. A lossy aid: any thread writes it
        /// unguarded.
        /// </summary>
        internal readonly TaskWaker[] RunQueue;

        /// <summary>Number of places in <see cref="RunQueue"/>, a power of two, less one.</summary>
        internal readonly int Mask;

        /// <summary>Whose thread runs it.</summary>
        internal readonly Executor Executor;

        /// <summary>The place of the next hint. Any thread writes it, unguarded; it wraps around.</summary>
#if NANOFRAMEWORK_1_0
        internal int Head;
#else
        internal volatile int Head;
#endif

        /// <summary>A wake has come, or the executor is to stop. Any thread sets it, the executor clears it.</summary>
#if NANOFRAMEWORK_1_0
        internal bool NeedRun;
#else
        internal volatile bool NeedRun;
#endif

        /// <summary>The executor is in its park or about to be. It writes this, any thread reads it.</summary>
#if NANOFRAMEWORK_1_0
        internal bool Parked;
#else
        internal volatile bool Parked;
#endif

        /// <summary>Any thread sets it, the executor clears it.</summary>
#if NANOFRAMEWORK_1_0
        internal bool StopRequested;
#else
        internal volatile bool StopRequested;
#endif

        /// <summary>The place of the next hint to be run; it wraps around. From here on: the executor only.</summary>
        internal int Tail;

        /// <summary>Hints run so far: the wakes that found their task asleep. Up to 2^63.</summary>
        internal long Wakes;

        /// <summary>Wakes so far whose hint was lost, and which a look at the flags found. Up to 2^63.</summary>
        internal long LostHints;

        /// <summary>The groups of which a slot has ever been used.</summary>
        internal WakeGroup FirstGroup;

        /// <summary>What puts the thread of the executor to sleep.</summary>
        internal readonly Parker Parker;

        // A bit for each slot, clear but while hints are renewed.
        private readonly int[] _hinted;
        private long _lookAt;

        // 1 while a thread runs the executor. Any thread, by compare-exchange.
        private int _entered;

        internal WakeProtocol(Executor executor, int capacity, Parker parker)
        {
            int places = 2;
            while (places < capacity)
            {
                places <<= 1;
            }

            Executor = executor;
            RunQueue = new TaskWaker[places];
            Mask = places - 1;
            _hinted = new int[((capacity - 1) >> WordBits) + 1];
            _lookAt = PollsPerLook * places;
            Parker = parker;
        }

        /// <summary>
        /// W3 and W4 for something that is in no slot: the executor is to stop, or a board has something to say to it.
        /// </summary>
        internal void Kick()
        {
            NeedRun = true;                                             // W3
            Fence.Full();
            if (Parked)                                                 // W4
            {
                Parker.Unpark();
            }
        }

        /// <summary>R4 and R5: parks unless a wake has come since NeedRun was cleared.</summary>
        /// <param name="deadline">When the park is to end by itself, µs; <see cref="long.MaxValue"/> for never.</param>
        internal void Park(long deadline)
        {
            Parked = true;
            Fence.Full();
            try
            {
                if (!NeedRun)
                {
                    Parker.Park(deadline);
                }
            }
            finally
            {
                Parked = false;
            }
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

        /// <summary>Lets the looks see a slot that is used for the first time. It must not have been woken yet.</summary>
        internal void Link(TaskWaker waker)
        {
            WakeGroup group = waker.Group;
            if (group.First == null)
            {
                group.Next = FirstGroup;
                FirstGroup = group;
            }

            waker.NextInGroup = group.First;
            group.First = waker;
        }

        /// <summary>
        /// Keeps a wake whose hint was lost from waiting for the end of a busy stretch. Cheap unless a look is due;
        /// then it looks at the slots and hints those that are awake and have no hint, behind the others.
        /// </summary>
        internal void RenewHints()
        {
            // The head may have been set back behind the tail, by a thread that was stopped in the middle of a wake.
            int waiting = Head - Tail;
            if (waiting < 0 || waiting > RunQueue.Length)
            {
                Tail = Head;
                _lookAt = Wakes;
                waiting = 0;
            }

            if (Wakes >= _lookAt)
            {
                _lookAt = Wakes + (PollsPerLook * RunQueue.Length);
                for (int place = Tail; waiting > 0; place++, waiting--)
                {
                    int slot = RunQueue[place & Mask].Slot;
                    _hinted[slot >> WordBits] |= 1 << slot;
                }

                HintAwake();
                for (int word = 0; word < _hinted.Length; word++)
                {
                    _hinted[word] = 0;
                }
            }
        }

        private void HintAwake()
        {
            for (WakeGroup group = FirstGroup; group != null; group = group.Next)
            {
                if (!group.NeedRun)
                {
                    continue;
                }

                group.NeedRun = false;
                Fence.Full();
                for (TaskWaker waker = group.First; waker != null; waker = waker.NextInGroup)
                {
                    if (waker.IsSet)
                    {
                        // The hints, those given here too, may be lost as well.
                        group.NeedRun = true;
                        int slot = waker.Slot;
                        if ((_hinted[slot >> WordBits] & (1 << slot)) == 0)
                        {
                            RunQueue[Head & Mask] = waker;
                            Head++;
                            LostHints++;
                        }
                    }
                }
            }
        }
    }
}
