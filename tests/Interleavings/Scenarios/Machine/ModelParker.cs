using System;

namespace NanoExecutor.Interleavings.Scenarios
{
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
}
