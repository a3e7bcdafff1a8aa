using System;

namespace NanoExecutor
{
    // When what goes out: records as they come, the clock once a second, texts in rounds, all within a rate.
    public sealed partial class TraceRing
    {
        private const int MostNames = 64;

        private const long ClockEvery = Duration.Second;
        private const long TextsEvery = 2 * Duration.Second;

        // Of the rounds of texts, those with the names, which change less often.
        private const int RoundsPerNames = 5;

        // Written at once at the most, as a share of what a second may have.
        private const int BurstShare = 8;

        private readonly string[] _sources = new string[MostNames];
        private readonly string[] _marks = new string[MostNames];
        private string _name;

        // All null until there is somebody to write for.
        private ByteSink _sink;

        private int _tail;
        private int _lost;

        // Bytes that may be written now, and per second.
        private long _rate;
        private long _credit;
        private long _creditAt;
        private long _clockAt;
        private long _textsAt;
        private int _round;

        // How far the round of texts has come; -1 for none under way.
        private int _next = -1;

        /// <summary>Frames written so far; it wraps around.</summary>
        public int Frames => _sequence;

        /// <summary>
        /// From now on what is recorded goes to a sink, by the thread of the executor, before it parks and between its polls.
        /// Allocates; call it before the executor runs.
        /// </summary>
        /// <param name="sink">Where frames go, some at once and whole lines always.</param>
        /// <param name="bytesPerSecond">No more than this is written in a second, 1,000 or more: the work comes first.</param>
        /// <param name="name">What the program is called.</param>
        /// <exception cref="ArgumentNullException">The sink is null.</exception>
        /// <exception cref="ArgumentOutOfRangeException">The rate is less than 1,000.</exception>
        [Allocates("buffers of 3 KB for the frames")]
        public void Stream(ByteSink sink, int bytesPerSecond, string name)
        {
            if (sink == null)
            {
                throw Throw.Null("sink", "A stream");
            }

            if (bytesPerSecond < BufferSize - 24)
            {
                throw Throw.StreamRate(bytesPerSecond);
            }

            Prepare();
            _rate = bytesPerSecond;
            _name = name;
            _tail = _head;
            _lost = 0;
            _credit = Burst;
            _creditAt = long.MinValue;
            _clockAt = long.MinValue;
            _textsAt = long.MinValue;
            _sink = sink;
        }

        /// <summary>Gives a source of the reactor a name, for the stream. Before the executor runs.</summary>
        /// <param name="id">The source, 0 to 63; others go without.</param>
        /// <param name="name">Its name.</param>
        public void NameSource(int id, string name)
        {
            if ((uint)id < MostNames)
            {
                _sources[id] = name;
            }
        }

        /// <summary>Gives the marks of an id a name, for the stream. Before the executor runs.</summary>
        /// <param name="id">0 to 63; others go without.</param>
        /// <param name="name">The name.</param>
        public void NameMark(int id, string name)
        {
            if ((uint)id < MostNames)
            {
                _marks[id] = name;
            }
        }

        /// <summary>
        /// Writes all that is still in the ring to the sink of <see cref="Stream"/>, whatever the rate: after the run.
        /// </summary>
        public void Drain()
        {
            if (_sink != null)
            {
                _credit = long.MaxValue;
                WriteRecords();
                Send();
                _credit = 0;
            }
        }

        /// <summary>
        /// Writes the records that the ring has as frames, the oldest first, and leaves them there: for a look after a fault.
        /// On the thread that runs the executor, or any while that does not stream. Allocates the buffers the first time.
        /// </summary>
        /// <param name="sink">Where they go.</param>
        /// <exception cref="ArgumentNullException">The sink is null.</exception>
        [Allocates("buffers of 3 KB, if it does not stream")]
        public void WriteTo(ByteSink sink)
        {
            if (sink == null)
            {
                throw Throw.Null("sink", "A trace");
            }

            Prepare();
            ByteSink stream = _sink;
            _sink = sink;
            int head = _head;
            if (Figures != null)
            {
                WriteClock(Figures.Now);
            }

            for (int index = head - Capacity; index != head; index++)
            {
                if (Look(index))
                {
                    Encode();
                }
            }

            Send();
            _sink = stream;
        }

        /// <inheritdoc/>
        protected internal override long Flush(long now)
        {
            if (_sink == null)
            {
                return long.MaxValue;
            }

            Refill(now);
            if (_clockAt <= now - ClockEvery || _clockAt == long.MinValue)
            {
                _clockAt = now;
                WriteClock(now);
            }

            if (_next < 0 && (_textsAt <= now - TextsEvery || _textsAt == long.MinValue))
            {
                _textsAt = now;
                _next = 0;
            }

            while (_next >= 0 && _credit >= TextFrame)
            {
                WriteText();
            }

            bool all = WriteRecords();
            Send();
            return all && _next < 0 ? long.MaxValue : now + (Duration.Second / BurstShare);
        }

        private int Burst => (int)(_rate / BurstShare) < TextFrame ? TextFrame : (int)(_rate / BurstShare);

        private void Refill(long now)
        {
            if (_creditAt == long.MinValue || now - _creditAt > Duration.Second)
            {
                _credit = Burst;
            }
            else
            {
                long credit = _credit + ((now - _creditAt) * _rate / Duration.Second);
                _credit = credit > Burst ? Burst : credit;
            }

            _creditAt = now;
        }

        // True if nothing is left that can be written.
        private bool WriteRecords()
        {
            while (_tail != _head)
            {
                if (_credit < 2 * RecordFrame)
                {
                    return false;
                }

                if (!Look(_tail))
                {
                    // In the middle of being written, by another thread, or lost by two that took one place.
                    if (_head - _tail < Capacity >> 1)
                    {
                        return true;
                    }

                    _lost++;
                    _tail++;
                    continue;
                }

                // Only after the record was read is what the head says of it true.
                Fence.Full();
                int behind = _head - _tail - Capacity;
                if (behind > 0)
                {
                    // What was just looked at may have been overwritten meanwhile; a quarter more than that keeps its distance.
                    behind += Capacity >> 2;
                    _lost += behind;
                    _tail += behind;
                    continue;
                }

                if (_lost > 0)
                {
                    int time = _time;
                    int word = _word;
                    int argument = _argument;
                    int value = _value;
                    _word = (int)TraceEvent.Lost;
                    _argument = _lost;
                    _value = 0;
                    _lost = 0;
                    Encode();
                    _time = time;
                    _word = word;
                    _argument = argument;
                    _value = value;
                }

                _tail++;
                Encode();
            }

            return true;
        }

        private void WriteClock(long now)
        {
            _time = (int)now;
            _word = (int)TraceEvent.Clock;
            _argument = (int)(now >> 32);
            _value = (int)now;
            Encode();
        }

        // The next of a round: about the program, then of each slot, then the names of sources and marks.
        private void WriteText()
        {
            bool names = _round == 0;
            int slots = Executor.Capacity;
            int next = _next++;
            if (next == 0)
            {
                if (names)
                {
                    TraceTexts.AboutProgram(_text, slots, _name);
                    Text('I', 0);
                }

                return;
            }

            next--;
            if (next < slots * TraceTexts.KindsPerTask)
            {
                int slot = next / TraceTexts.KindsPerTask;
                int kind = next % TraceTexts.KindsPerTask;
                if (!Executor.HasTask(slot))
                {
                    _next += TraceTexts.KindsPerTask - 1 - kind;
                }
                else if (TraceTexts.AboutTask(_description, Executor, slot, kind, names))
                {
                    Text(TraceTexts.KindOf(kind), slot);
                }

                return;
            }

            next -= slots * TraceTexts.KindsPerTask;
            if (names && next < MostNames)
            {
                if (_sources[next] != null)
                {
                    _text.Add(_sources[next]);
                    Text('S', next);
                }

                if (_marks[next] != null)
                {
                    _text.Add(_marks[next]);
                    Text('M', next);
                }

                return;
            }

            _next = -1;
            _round = (_round + 1) % RoundsPerNames;
        }
    }
}
