using System;
using System.Threading;

namespace NanoExecutor.Tests
{
    /// <summary>Parks a real thread; the event latches.</summary>
    internal sealed class ThreadParker : Parker
    {
        /// <summary>Set before each park, for a test that wants to know that an executor is about to.</summary>
        internal readonly AutoResetEvent Parking = new AutoResetEvent(false);

        private readonly AutoResetEvent _unparked = new AutoResetEvent(false);

        public override void Park(long deadline)
        {
            Parking.Set();
            _unparked.WaitOne();
        }

        public override void Unpark()
        {
            _unparked.Set();
        }
    }

    /// <summary>A machine of parts that a test brings.</summary>
    internal class AnyMachine : Machine
    {
        private readonly Parker _parker;

        internal AnyMachine(Clock clock, Parker parker)
            : base(clock)
        {
            _parker = parker;
        }

        protected override Parker NewParker()
        {
            return _parker;
        }
    }

    /// <summary>
    /// A machine whose time stands still until a test moves it, or until its executor parks: then it jumps to the end of the
    /// park.
    /// </summary>
    internal sealed class ManualMachine : Machine
    {
        internal new readonly ManualClock Clock;
        internal readonly ManualParker Parker;

        /// <summary>What was written out of faults, in order.</summary>
        internal string Faults = "";

        internal ManualMachine()
            : this(new ManualClock())
        {
        }

        private ManualMachine(ManualClock clock)
            : base(clock)
        {
            Clock = clock;
            Parker = new ManualParker(clock);
        }

        internal Executor NewExecutor(int capacity)
        {
            return new Executor(capacity, this);
        }

        protected override Parker NewParker()
        {
            return Parker;
        }

        protected override void WriteFault(string message)
        {
            Faults += message;
        }
    }

    internal sealed class ManualClock : Clock
    {
        internal long Time;
        internal long Step = 1;

        public override long Now => Time - (Time % Step);

        public override long Resolution => Step;
    }

    internal sealed class ManualParker : Parker
    {
        private readonly ManualClock _clock;
        private bool _unparked;

        internal ManualParker(ManualClock clock)
        {
            _clock = clock;
        }

        /// <summary>Called in each park, as an interrupt would come; null for none.</summary>
        internal ThreadStart DuringPark { get; set; }

        internal int Parks;

        /// <summary>What the last park was to wait for.</summary>
        internal long Until;

        internal int Closes;

        public override void Park(long until)
        {
            Parks++;
            Until = until;
            if (DuringPark != null)
            {
                DuringPark();
            }

            if (!_unparked)
            {
                if (until == long.MaxValue)
                {
                    throw new InvalidOperationException("Parked for ever: no deadline is set and nobody wakes.");
                }

                if (_clock.Time < until)
                {
                    _clock.Time = until;
                }
            }

            _unparked = false;
        }

        public override void Unpark()
        {
            _unparked = true;
        }

        public override void Close()
        {
            Closes++;
        }
    }

    /// <summary>A pin that a test drives.</summary>
    internal sealed class TestPin : InputPin
    {
        private bool _high;

        internal TestPin()
            : this(new Reactor(1), 0)
        {
        }

        internal TestPin(Reactor reactor, int source)
            : base(reactor, source)
        {
        }

        public override bool Read()
        {
            return _high;
        }

        internal void Set(bool high)
        {
            _high = high;
            EdgeSeen();
        }

        /// <summary>Changes its level by an edge that the machine drops, as a full queue of it does.</summary>
        internal void SetUnseen(bool high)
        {
            _high = high;
        }

        /// <summary>Goes to the other level and back before anybody looks.</summary>
        internal void Glitch()
        {
            Set(!_high);
            Set(!_high);
        }
    }
}
