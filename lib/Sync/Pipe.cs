using System;

namespace NanoExecutor
{
    /// <summary>
    /// Bytes in the order written, from one side to another: for serial data, which comes in pieces of any length and
    /// has no borders.
    /// </summary>
    /// <remarks>
    /// <para>
    /// It has two sides, each with one user at a time. The writing side is an interrupt, a thread or a task, the
    /// reading side a task, of the same executor or of another. <see cref="Write"/> and <see cref="WriteByte"/> never
    /// wait; <see cref="Writer"/> waits for room, and <see cref="Reader"/> for bytes.
    /// </para>
    /// <para>
    /// Each field has one writer. The writing side fills bytes and then moves the head, the reading side takes bytes
    /// and then moves the tail; each looks at the other's. A pipe that drops its oldest bytes lets the head run over
    /// the tail: the writing side says first how far it will write, and the reading side looks at that after it has
    /// copied, and takes nothing that may have been written over meanwhile.
    /// </para>
    /// </remarks>
    public sealed class Pipe
    {
        private const int MaxBytes = 1 << 16;

        private readonly byte[] _bytes;
        private readonly int _capacity;
        private readonly PipeReader _reader;
        private readonly int _mask;
        private readonly bool _dropsOldest;

        // Bytes written so far and so far begun to be, and whether it is closed: the writing side. Bytes read so far: the
        // reading side. Volatile on the desktop, where it keeps a store behind those before it and a load before those after it.
#if NANOFRAMEWORK_1_0
        private int _head;
        private int _begun;
        private int _tail;
        private bool _closed;
#else
        private volatile int _head;
        private volatile int _begun;
        private volatile int _tail;
        private volatile bool _closed;
#endif

        // Of the writing side and of the reading side.
        private long _refused;
        private long _overrun;

        // Borders that the writing side has passed, in a pipe that drops its oldest bytes; and how many of them the
        // reading side knows of.
        private int _laps;
        private int _lapsSeen;

        /// <summary>Makes a pipe that refuses bytes when it is full.</summary>
        /// <param name="capacity">Bytes, 1 to 65,536, allocated here and rounded up to a power of two.</param>
        /// <exception cref="ArgumentOutOfRangeException">The capacity is not 1 to 65,536.</exception>
        public Pipe(int capacity)
            : this(capacity, WhenFull.Refuse)
        {
        }

        /// <summary>Makes a pipe.</summary>
        /// <param name="capacity">Bytes, 1 to 65,536, allocated here and rounded up to a power of two.</param>
        /// <param name="whenFull">
        /// What happens to bytes when it is full. To refuse and to drop the newest is the same here.
        /// </param>
        /// <exception cref="ArgumentOutOfRangeException">
        /// The capacity is not 1 to 65,536, or there is no such choice.
        /// </exception>
        public Pipe(int capacity, WhenFull whenFull)
        {
            if (capacity < 1 || capacity > MaxBytes)
            {
                throw Throw.Capacity("capacity", capacity, MaxBytes);
            }

            // The counts of bytes wrap, so a power of two.
            int places = 1;
            while (places < capacity)
            {
                places <<= 1;
            }

            _capacity = capacity;
            _bytes = new byte[places];
            _mask = places - 1;
            _dropsOldest =
                Checks.Choice("whenFull", (int)whenFull, (int)WhenFull.DropNewest) == (int)WhenFull.DropOldest;
            _reader = new PipeReader(this);
            Writer = new PipeWriter(this);
        }

        /// <summary>Bytes it holds at the most.</summary>
        public int Capacity => _capacity;

        /// <summary>Waits for bytes. The reading side has one.</summary>
        public PipeReader Reader => _reader;

        /// <summary>Waits for room. The writing side has one.</summary>
        public PipeWriter Writer { get; }

        /// <summary>Bytes in it. May be old when this returns.</summary>
        public int Count
        {
            get
            {
                int tail = _tail;
                int count = _head - tail;
                return (uint)count > (uint)_capacity || _laps - _lapsSeen > 1 ? _capacity : count;
            }
        }

        /// <summary>
        /// Bytes so far for which there was no room: refused, or written over before the reader came to them. Stays at
        /// int.MaxValue.
        /// </summary>
        public int Dropped => Saturating.Int(_refused + _overrun);

        /// <summary>Whether <see cref="Close"/> was called. What was written before can still be read.</summary>
        public bool IsClosed => _closed;

        /// <summary>
        /// Writes bytes as far as there is room; the rest is refused and counted. A pipe that drops its oldest bytes
        /// has room for as many as it holds; of more it keeps the last. The writing side: a thread, task or interrupt,
        /// one at a time. Never blocks, allocates nothing.
        /// </summary>
        /// <param name="bytes">Where they are.</param>
        /// <param name="offset">The first.</param>
        /// <param name="count">How many, 0 or more.</param>
        /// <returns>How many were written; none if it is closed.</returns>
        /// <exception cref="ArgumentOutOfRangeException">They are not in the array.</exception>
        public int Write(byte[] bytes, int offset, int count)
        {
            CheckRange(bytes, offset, count);
            if (_closed)
            {
                return 0;
            }

            // Of more than it holds, a pipe that drops its oldest keeps the last.
            int skipped = _dropsOldest && count > _capacity ? count - _capacity : 0;
            int written = Put(bytes, offset + skipped, count - skipped);
            _refused += count - written;
            return written;
        }

        /// <summary>
        /// Writes a byte, or refuses and counts it. The writing side: a thread, task or interrupt, one at a time. Never
        /// blocks, allocates nothing.
        /// </summary>
        /// <param name="value">The byte.</param>
        /// <returns>Whether it was written.</returns>
        public bool WriteByte(byte value)
        {
            int head = _head;
            if (_closed)
            {
                return false;
            }

            if (!_dropsOldest && head - _tail >= _capacity)
            {
                _refused++;
                return false;
            }

            Begin(head + 1);
            _bytes[head & _mask] = value;
            _head = head + 1;
            _reader.Flag.Wake();
            return true;
        }

        /// <summary>
        /// Accepts no byte any more. The reader gets what is in it and then learns that it is closed. The writing side,
        /// as above; a second call does nothing.
        /// </summary>
        public void Close()
        {
            _closed = true;
            _reader.Flag.Wake();
            Writer.Flag.Wake();
        }

        /// <summary>Writes what there is room for. The writing side.</summary>
        internal int Put(byte[] bytes, int offset, int count)
        {
            int head = _head;
            int room = _dropsOldest ? _capacity : _capacity - (head - _tail);
            if (count > room)
            {
                count = room;
            }

            if (count == 0)
            {
                return 0;
            }

            Begin(head + count);
            int place = head & _mask;
            int first = _bytes.Length - place;
            if (first > count)
            {
                first = count;
            }

            Array.Copy(bytes, offset, _bytes, place, first);
            Array.Copy(bytes, offset + first, _bytes, 0, count - first);
            _head = head + count;
            _reader.Flag.Wake();
            return count;
        }

        /// <summary>
        /// Reads what there is, as much as is asked for; nothing if there is less than the least, 1 or more. The
        /// reading side.
        /// </summary>
        internal int Take(byte[] bytes, int offset, int min, int max)
        {
            // The head may run on between a look at the tail and one at the head. What it wrote over meanwhile is found
            // after the copy, which must not reach beyond the ring until then.
            if (max > _capacity)
            {
                max = _capacity;
            }

            int tail;
            int there;
            do
            {
                tail = SkipOverrun();
                there = _head - tail;
                if (there > max)
                {
                    there = max;
                }

                if (there < min)
                {
                    return 0;
                }

                int place = tail & _mask;
                int first = _bytes.Length - place;
                if (first > there)
                {
                    first = there;
                }

                Array.Copy(_bytes, place, bytes, offset, first);
                Array.Copy(_bytes, 0, bytes, offset + first, there - first);
            }
            while (SkipOverrun() != tail);

            _tail = tail + there;
            Writer.Flag.Wake();
            return there;
        }

        internal static bool IsRange(byte[] bytes, int offset, int count)
        {
            return bytes != null && offset >= 0 && count >= 0 && offset <= bytes.Length - count;
        }

        internal static void CheckRange(byte[] bytes, int offset, int count)
        {
            if (!IsRange(bytes, offset, count))
            {
                throw Throw.CountRange(bytes, offset, count);
            }
        }

        // What is about to be written over is no longer there to be read. A look comes after all that was read before it.
        private int SkipOverrun()
        {
            int tail = _tail;
            if (_dropsOldest)
            {
                Fence.Full();
                int behind = _begun - _capacity - tail;
                int laps = _laps - _lapsSeen;
                if (behind > 0 || laps != 0)
                {
                    return PassOver(tail, behind, laps);
                }
            }

            return tail;
        }

        // The writing side may have gone round several times since the look before.
        private int PassOver(int tail, int behind, int laps)
        {
            _lapsSeen += laps;
            long overrun = Lap.Distance(behind, laps);
            if (overrun > 0)
            {
                _overrun += overrun;
                tail += behind;
                _tail = tail;
            }

            return tail;
        }

        private void Begin(int head)
        {
            if (_dropsOldest)
            {
                if (Lap.IsCrossed(_begun, head))
                {
                    _laps++;
                }

                _begun = head;
                Fence.Full();
            }
        }
    }
}
