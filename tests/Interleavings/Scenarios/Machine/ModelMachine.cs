using System;

namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A model machine with an executor on it.</summary>
    internal sealed class ModelMachine : Machine
    {
        private readonly string _name;

        internal ModelMachine(World world, string name, int capacity, ModelClock clock)
            : base(clock)
        {
            _name = name;
            Parker = new ModelParker(world, name + ".parker", clock);
            Executor = world.Name(new Executor(capacity, this), name);
        }

        internal Executor Executor { get; }

        internal ModelParker Parker { get; }

        protected override Parker NewParker()
        {
            return Parker;
        }

        /// <summary>What is wrong if it is parked; empty if it is not.</summary>
        internal string Stuck()
        {
            if (!Parker.IsParked)
            {
                return "";
            }

            int awake = Executor.TaskCount - Executor.Asleep;
            if (awake > 0 || Executor.State == ExecutorState.NeedRun)
            {
                return _name + " is parked while a wake is due (" + awake + " awake tasks, state "
                    + Executor.State + "). ";
            }

            return _name + " is parked and nothing will wake its " + Executor.TaskCount + " tasks. ";
        }
    }

    /// <summary>A clock that an actor moves on.</summary>
    internal sealed class ModelClock : Clock
    {
        private readonly Register _now;

        internal ModelClock(World world)
        {
            _now = world.Register("clock");
        }

        public override long Now => _now.Value;

        /// <summary>The time, for a check after the end.</summary>
        internal long Peek => _now.Peek;

        /// <summary>Sets it, as an interrupt of the machine does.</summary>
        internal void MoveTo(ModelParker parker, long time)
        {
            long before = _now.Value;
            _now.Value = time;
            parker.TimeMoved(before, time);
        }

        /// <summary>An interrupt sets it to each of these times in turn, at any moment.</summary>
        /// <param name="world">Where the interrupt lives.</param>
        /// <param name="parker">Ends its park when the time it was given is passed.</param>
        /// <param name="times">Rising.</param>
        internal void Moves(World world, ModelParker parker, params long[] times)
        {
            Register next = world.Register("clock.next");
            world.Interrupt("tick", () =>
            {
                long time = times[next.Value];
                next.Value++;
                MoveTo(parker, time);
            }).Whenever(() => next.Peek < times.Length);
        }

        /// <summary>An interrupt sets it to a time, at any moment once a register is not 0.</summary>
        internal void MovesOnce(World world, ModelParker parker, long time, Register gate)
        {
            world.Interrupt("tick", () => MoveTo(parker, time)).When(() => gate.Peek != 0);
        }

        /// <summary>
        /// An interrupt sets it to the time a park is to end, at any moment while it is and a register is not 0.
        /// </summary>
        internal void Follows(World world, ModelParker parker, Register gate)
        {
            world.Interrupt("tick", () =>
            {
                long armed = parker.Armed;
                if (armed != long.MaxValue)
                {
                    MoveTo(parker, armed);
                }
            }).Whenever(() => gate.Peek != 0 && parker.WillUnparkAfter(_now.Peek));
        }
    }

    /// <summary>
    /// A parker that latches, with a timed wait at its worst: it compares when the clock moves and at no other time, so it
    /// looks at the clock itself once it is armed; what it has armed may unpark at any time after, a later park too.
    /// </summary>
    internal sealed class ModelParker : Parker
    {
        /// <summary>What a mutant may break.</summary>
        internal const string Latches = "the parker latches";

        private const long Nothing = long.MaxValue;

        private readonly World _world;
        private readonly ModelClock _clock;
        private readonly Register _unparked;
        private readonly Register _waiting;
        private readonly Register _armed;
        private readonly Register _due;
        private readonly bool _latches;

        internal ModelParker(World world, string name, ModelClock clock)
        {
            _world = world;
            _clock = clock;
            _unparked = world.Register(name + ".unparked");
            _waiting = world.Register(name + ".waiting");
            _armed = world.Register(name + ".armed", Nothing);
            _due = world.Register(name + ".due");
            _latches = !world.Breaks(Latches);
            world.Interrupt(name + ".timer", () =>
            {
                _due.Value = 0;
                Unpark();
            }).Whenever(() => _due.Peek == 1);
        }

        /// <summary>
        /// What happens when the thread parks next, of all moments then; null for nothing. It may say what happens at
        /// the park after that.
        /// </summary>
        internal Action OnPark { get; set; }

        /// <summary>Whether the park, or the next one, ends at once.</summary>
        internal bool IsUnparked => _unparked.Value == 1;

        /// <summary>Whether the thread is parked now, for a failure.</summary>
        internal bool IsParked { get; private set; }

        /// <summary>How often it was closed.</summary>
        internal int Closes { get; private set; }

        /// <summary>The time it is armed for; <see cref="long.MaxValue"/> if it is not.</summary>
        internal long Armed => _armed.Value;

        public override void Park(long until)
        {
            IsParked = true;
            if (!_latches)
            {
                _unparked.Value = 0;
                _waiting.Value = 1;
            }

            Action onPark = OnPark;
            if (onPark != null)
            {
                OnPark = null;
                onPark();
            }

            if (until != Nothing)
            {
                _armed.Value = until;
            }

            if (until == Nothing || _clock.Now < until)
            {
                _unparked.WaitFor(1, 0, "an unpark");
            }

            if (until != Nothing)
            {
                _armed.Value = Nothing;
            }

            IsParked = false;
            if (!_latches)
            {
                _waiting.Value = 0;
            }
        }

        public override void Unpark()
        {
            if (_latches || _waiting.Value == 1)
            {
                _unparked.Value = 1;
            }
        }

        public override void GiveWay()
        {
            _world.GiveWay();
        }

        public override void Close()
        {
            Closes++;
        }

        /// <summary>Whether it ends its park if the clock moves on, for a condition.</summary>
        internal bool WillUnparkAfter(long now)
        {
            return _armed.Peek != Nothing && _armed.Peek > now;
        }

        /// <summary>The end of the park, if the clock has yet to get there; <see cref="long.MaxValue"/> if not.</summary>
        internal long ArmedAfter(long now)
        {
            long armed = Armed;
            return armed > now ? armed : Nothing;
        }

        internal void TimeMoved(long before, long now)
        {
            long armed = _armed.Value;
            if (before < armed && armed <= now)
            {
                _armed.Value = Nothing;
                _due.Value = 1;
            }
        }
    }

    /// <summary>An input pin: an interrupt changes its level and tells the library of the edge.</summary>
    internal sealed class ModelPin : InputPin
    {
        private readonly Register _level;

        internal ModelPin(World world, string name, Reactor reactor, int source)
            : this(world.Register(name + ".level"), reactor, source)
        {
        }

        private ModelPin(Register level, Reactor reactor, int source)
            : base(reactor, source)
        {
            _level = level;
        }

        public override bool Read()
        {
            return _level.Value == 1;
        }

        /// <summary>The level is high before there is an interrupt to tell of it.</summary>
        internal void IsPressed()
        {
            _level.Value = 1;
        }

        /// <summary>The level changes. What an interrupt does.</summary>
        internal void Goes(bool high)
        {
            _level.Value = high ? 1 : 0;
            EdgeSeen();
        }

        /// <summary>The level goes low and high again, so fast that it is one edge to the machine.</summary>
        internal void Bounces()
        {
            _level.Value = 0;
            Goes(true);
        }
    }

    /// <summary>A level that callbacks change and a task reads.</summary>
    internal sealed class Pin
    {
        private volatile int _level;

        internal int Level
        {
            get => _level;
            set => _level = value;
        }
    }
}
