namespace NanoExecutor.Boards.Esp32
{
    /// <summary>Whose interrupt it is: pins by their number, hardware timers by their handle.</summary>
    /// <remarks>
    /// The native side packs an interrupt into two words: the number of a pin, the category and a subcategory into the
    /// first; the level of the pin, or the handle of the timer, into the second. It knows no class of nanoFramework, so
    /// that its tests run anywhere.
    /// </remarks>
    internal sealed class InterruptTable
    {
        /// <summary>The category of pins.</summary>
        internal const uint Pin = 20;

        /// <summary>The category of hardware timers.</summary>
        internal const uint Timer = 90;

        /// <summary>Pins of the largest ESP32, and some.</summary>
        internal const int MaxPins = 64;

        /// <summary>Hardware timers that the CLR gives out.</summary>
        internal const int MaxTimers = 10;

        private readonly IInterruptSink[] _pins = new IInterruptSink[MaxPins];
        private readonly IInterruptSink[] _timers = new IInterruptSink[MaxTimers];
        private readonly uint[] _handles = new uint[MaxTimers];
        private int _timerCount;

        /// <summary>The category of an interrupt.</summary>
        internal static uint CategoryOf(uint data1)
        {
            return (data1 >> 8) & 0xFF;
        }

        /// <summary>Gives the interrupts of a pin to a sink; to nobody if null.</summary>
        internal void SetPin(int number, IInterruptSink sink)
        {
            if (number < 0 || number >= MaxPins)
            {
                throw Throw.NoSuchPin(number, MaxPins);
            }

            if (sink != null && _pins[number] != null)
            {
                throw Throw.PinTaken(number);
            }

            _pins[number] = sink;
        }

        /// <summary>
        /// Gives the interrupts of a timer to a sink, in place of a timer that has gone if there is one.
        /// </summary>
        internal void AddTimer(uint handle, IInterruptSink sink)
        {
            int place = 0;
            while (place < _timerCount && _timers[place] != null)
            {
                place++;
            }

            if (place == MaxTimers)
            {
                throw Throw.TooManyTimers(MaxTimers);
            }

            // The sink comes last: an interrupt finds all of the entry or none.
            _handles[place] = handle;
            _timers[place] = sink;
            if (place == _timerCount)
            {
                _timerCount++;
            }
        }

        /// <summary>Takes a timer out; an expiry that is under way goes to nobody.</summary>
        internal void RemoveTimer(IInterruptSink sink)
        {
            for (int place = 0; place < _timerCount; place++)
            {
                if (_timers[place] == sink)
                {
                    _timers[place] = null;
                }
            }
        }

        /// <summary>Whose interrupt it is; null if it is not ours.</summary>
        internal IInterruptSink SinkOf(uint data1, uint data2)
        {
            uint category = CategoryOf(data1);
            if (category == Pin)
            {
                uint number = data1 >> 16;
                return number < MaxPins ? _pins[number] : null;
            }

            if (category == Timer)
            {
                for (int place = 0; place < _timerCount; place++)
                {
                    if (_handles[place] == data2)
                    {
                        return _timers[place];
                    }
                }
            }

            return null;
        }
    }
}
