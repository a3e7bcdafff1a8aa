#if !NANOFRAMEWORK_1_0
using System.Threading;
#endif

namespace NanoExecutor
{
    /// <summary>
    /// Keeps the latest records of a trace in a ring that is made once, 16 bytes each: for a look after a fault
    /// (<see cref="WriteTo"/>), or to be streamed as lines of text through the same port as the program's own output
    /// (<see cref="Stream"/>), where firmware/Monitor takes them out again.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Any thread and interrupt records, without waiting for another. On a device two that do so in the same moment, one having
    /// stopped the other, may take one place: a record is lost then, or mixed of both. On the desktop none is.
    /// </para>
    /// <para>
    /// What comes faster than it is written out overwrites the oldest, and the stream says how many were lost.
    /// </para>
    /// </remarks>
    public sealed partial class TraceRing : Tracer
    {
        private const int MinRecords = 8;
        private const int MostRecords = 1 << 20;

        // A record: the low half of the time; what, the slot and the lap; the argument; the value.
        private const int WordsPerRecord = 4;
        private const int WordBits = 2;
        private const int SlotShift = 6;
        private const int LapShift = 17;
        private const int WhatMask = (1 << SlotShift) - 1;
        private const int SlotMask = (1 << (LapShift - SlotShift)) - 1;
        private const int LapMask = (1 << (32 - LapShift)) - 1;

        private readonly int[] _records;
        private readonly int _mask;
        private readonly int _bits;

        // Records so far; it wraps around. Any thread.
        private int _head;

        // The one looked at last.
        private int _time;
        private int _word;
        private int _argument;
        private int _value;

        /// <summary>Makes a ring. All it needs to record is allocated here.</summary>
        /// <param name="records">How many it keeps, 8 to 2^20, rounded up to a power of two; 16 bytes each.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">The number is not 8 to 2^20.</exception>
        public TraceRing(int records)
        {
            if (records < MinRecords || records > MostRecords)
            {
                throw Throw.RingSize(records, MinRecords, MostRecords);
            }

            int bits = 0;
            while (1 << bits < records)
            {
                bits++;
            }

            _bits = bits;
            _mask = (1 << bits) - 1;
            _records = new int[WordsPerRecord << bits];
        }

        /// <summary>Records it keeps.</summary>
        public int Capacity => _mask + 1;

        /// <inheritdoc/>
        protected internal override void Record(long time, TraceEvent what, int slot, int argument, int value)
        {
            int[] records = _records;
#if NANOFRAMEWORK_1_0
            int index = _head;
            _head = index + 1;
#else
            int index = Interlocked.Increment(ref _head) - 1;
#endif
            int place = (index & _mask) << WordBits;
            records[place] = (int)time;
            records[place + 2] = argument;
            records[place + 3] = value;

            // Last: a reader that finds the lap finds the rest.
            Fence.Full();
            records[place + 1] = (int)what | ((slot + 1) << SlotShift) | ((index >> _bits) << LapShift);
        }

        // Looks at a record; false if it is not complete yet.
        private bool Look(int index)
        {
            int place = (index & _mask) << WordBits;
            _word = _records[place + 1];
            Fence.Full();
            _time = _records[place];
            _argument = _records[place + 2];
            _value = _records[place + 3];
            return (_word & WhatMask) != 0 && ((_word >> LapShift) & LapMask) == ((index >> _bits) & LapMask);
        }
    }
}
