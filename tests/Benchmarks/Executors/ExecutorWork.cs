namespace NanoExecutor.Benchmarks
{
    /// <summary>A work of tasks on one executor, which runs on the thread that measures.</summary>
    internal abstract class ExecutorWork : Work
    {
        // A slot and the future in it.
        private const int HeapOfASlot = 150;
        private const int HeapOfATable = 2000;

        private readonly int _slots;

        private protected ExecutorWork(string name, int slots)
            : base(name)
        {
            _slots = slots;
        }

        internal override bool IsOwn => true;

        internal override int HeapNeeded => HeapOfATable + (_slots * HeapOfASlot);

        private protected Executor Executor { get; private set; }

        internal override void SetUp()
        {
            Executor = NewExecutor(_slots);
            AddTasks();
            while (Executor.TaskCount < _slots)
            {
                Executor.Spawn(new NeverFuture());
            }

            Executor.RunUntilIdle();
        }

        internal override void TearDown()
        {
            if (Executor != null)
            {
                Executor.Close();
                Executor = null;
            }
        }

        private protected virtual Executor NewExecutor(int slots)
        {
            return Target.NewExecutor(slots);
        }

        /// <summary>Makes the tasks that work; the slots they leave get tasks that sleep for ever.</summary>
        private protected abstract void AddTasks();
    }

    /// <summary>
    /// A machine whose time jumps to the next deadline when its executor parks: what remains is the work of the executor.
    /// </summary>
    internal sealed class SteppedMachine : Machine
    {
        internal SteppedMachine()
            : base(new SteppedClock())
        {
        }

        internal Executor NewExecutor(int slots)
        {
            return new Executor(slots, this);
        }

        protected override Parker NewParker()
        {
            return new JumpingParker((SteppedClock)Clock);
        }

        private sealed class SteppedClock : Clock
        {
            internal long Time;

            public override long Now => Time;
        }

        private sealed class JumpingParker : Parker
        {
            private readonly SteppedClock _clock;

            internal JumpingParker(SteppedClock clock)
            {
                _clock = clock;
            }

            public override void Park(long until)
            {
                _clock.Time = until;
            }

            public override void Unpark()
            {
            }
        }
    }

    /// <summary>The same, with the executor watched: each wake and both ends of each poll go into a ring, and time is taken.</summary>
    internal sealed class WatchedWakeAndPoll : WakeAndPoll
    {
        private const int Records = 64;
        private const int HeapOfRecords = 16 * Records;
        private const int HeapOfFigures = 60;

        private readonly bool _traces;
        private readonly bool _times;
        private readonly int _heap;

        internal WatchedWakeAndPoll(int slots, bool traces, bool times)
            : base(slots, (traces ? ", traced into a ring" : "") + (times ? ", polls timed" : ""))
        {
            _traces = traces;
            _times = times;
            _heap = HeapOfRecords + (slots * HeapOfFigures);
        }

        internal override int HeapNeeded => base.HeapNeeded + _heap;

        private protected override Executor NewExecutor(int slots)
        {
            Executor executor = base.NewExecutor(slots);
            executor.Timing = _times;
            executor.Tracer = _traces ? new TraceRing(Records) : null;
            return executor;
        }
    }

    /// <summary>Two tasks that wake each other in turn, at the two ends of a table whose other tasks sleep.</summary>
    internal class WakeAndPoll : ExecutorWork
    {
        private readonly int _slots;
        private Player _first;
        private Player _second;

        internal WakeAndPoll(int slots)
            : this(slots, "")
        {
        }

        private protected WakeAndPoll(int slots, string how)
            : base("wake and poll, " + slots.ToString() + " slots" + how, slots)
        {
            _slots = slots;
        }

        internal override void Run(int operations)
        {
            int turns = (operations + 1) / 2;
            _first.Start(turns);
            _second.Start(turns + 1);
            _first.Own.Wake();
            Executor.Run();
        }

        private protected override void AddTasks()
        {
            _first = new Player(Executor);
            _second = new Player(Executor);
            Executor.Spawn(_first);
            for (int i = 2; i < _slots; i++)
            {
                Executor.Spawn(new NeverFuture());
            }

            Executor.Spawn(_second);
            Executor.RunUntilIdle();
            _first.Other = _second.Own;
            _second.Other = _first.Own;
        }

        private sealed class Player : Future
        {
            internal Waker Own;
            internal Waker Other;

            private readonly Executor _executor;
            private int _left;

            internal Player(Executor executor)
            {
                _executor = executor;
            }

            public override Poll Poll(Waker waker)
            {
                if (--_left > 0)
                {
                    Other.Wake();
                    return Pending;
                }

                if (Own == null)
                {
                    Own = waker;
                }
                else
                {
                    _executor.Stop();
                }

                return Pending;
            }

            internal void Start(int turns)
            {
                _left = turns;
            }
        }
    }

    /// <summary>Tasks that are all awake: each does a step and wakes itself.</summary>
    internal sealed class AwakePolls : ExecutorWork
    {
        private readonly Stepper[] _steppers;

        internal AwakePolls(int tasks)
            : base("poll of one of " + tasks.ToString() + " awake tasks", tasks)
        {
            _steppers = new Stepper[tasks];
        }

        internal override int Made(int operations)
        {
            return ((operations / _steppers.Length) + 1) * _steppers.Length;
        }

        internal override void Run(int operations)
        {
            int steps = (operations / _steppers.Length) + 1;
            for (int i = 0; i < _steppers.Length; i++)
            {
                _steppers[i].Start(steps);
            }

            Executor.Run();
        }

        private protected override void AddTasks()
        {
            for (int i = 0; i < _steppers.Length; i++)
            {
                _steppers[i] = new Stepper(Executor);
                Executor.Spawn(_steppers[i]);
            }
        }

        private sealed class Stepper : Future
        {
            private readonly Executor _executor;
            private Waker _own;
            private int _left;

            internal Stepper(Executor executor)
            {
                _executor = executor;
            }

            public override Poll Poll(Waker waker)
            {
                if (--_left > 0)
                {
                    waker.Wake();
                    return Pending;
                }

                if (_own == null)
                {
                    _own = waker;
                }
                else
                {
                    _executor.Stop();
                }

                return Pending;
            }

            internal void Start(int steps)
            {
                _left = steps;
                _own.Wake();
            }
        }
    }
}
