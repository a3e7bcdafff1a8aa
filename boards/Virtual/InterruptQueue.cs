using System;

namespace NanoExecutor.Boards.Virtual
{
    /// <summary>
    /// What is to come, in a fixed number of places: the next last, so that taking it moves nothing. Of two with the
    /// same time the one that was added first is nearer the end.
    /// </summary>
    internal sealed class InterruptQueue
    {
        private long[] _times;
        private ScriptedInterrupt[] _interrupts;

        internal InterruptQueue(int capacity)
        {
            _times = new long[capacity];
            _interrupts = new ScriptedInterrupt[capacity];
        }

        internal int Count { get; private set; }

        /// <summary>The time of the next, µs; <see cref="long.MaxValue"/> if there is none.</summary>
        internal long Next => Count == 0 ? long.MaxValue : _times[Count - 1];

        /// <summary>Whoever calls it knows that there is a place.</summary>
        internal void Add(long time, ScriptedInterrupt interrupt)
        {
            int place = Count;
            while (place > 0 && _times[place - 1] <= time)
            {
                _times[place] = _times[place - 1];
                _interrupts[place] = _interrupts[place - 1];
                place--;
            }

            _times[place] = time;
            _interrupts[place] = interrupt;
            Count++;
        }

        internal ScriptedInterrupt TakeNext()
        {
            ScriptedInterrupt next = _interrupts[--Count];
            _interrupts[Count] = null;
            return next;
        }

        /// <summary>Takes out the nearest firing of an interrupt; false if it is not scheduled.</summary>
        internal bool Remove(ScriptedInterrupt interrupt)
        {
            for (int place = Count - 1; place >= 0; place--)
            {
                if (_interrupts[place] == interrupt)
                {
                    int behind = Count - place - 1;
                    Array.Copy(_times, place + 1, _times, place, behind);
                    Array.Copy(_interrupts, place + 1, _interrupts, place, behind);
                    _interrupts[--Count] = null;
                    return true;
                }
            }

            return false;
        }

        /// <summary>One place more. Allocates: while the board is made.</summary>
        internal void AddPlace()
        {
            long[] times = new long[_times.Length + 1];
            ScriptedInterrupt[] interrupts = new ScriptedInterrupt[times.Length];
            Array.Copy(_times, times, Count);
            Array.Copy(_interrupts, interrupts, Count);
            _times = times;
            _interrupts = interrupts;
        }
    }
}
