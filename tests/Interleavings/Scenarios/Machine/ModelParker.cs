using System;

namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A parker that latches.</summary>
    internal sealed class ModelParker : Parker
    {
        /// <summary>What a mutant may break.</summary>
        internal const string Latches = "the parker latches";

        private readonly World _world;
        private readonly Register _unparked;
        private readonly Register _waiting;
        private readonly bool _latches;

        internal ModelParker(World world, string name)
        {
            _world = world;
            _unparked = world.Register(name + ".unparked");
            _waiting = world.Register(name + ".waiting");
            _latches = !world.Breaks(Latches);
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

        public override void Park(long deadline)
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

            _unparked.WaitFor(1, 0, "an unpark");
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
    }
}
