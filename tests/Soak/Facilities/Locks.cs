using NanoExecutor.Soak.Nodes;
using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Facilities
{
    /// <summary>A mutex: one at a time, in the order in which they asked.</summary>
    internal sealed class Mutexes(World world) : Facility(world)
    {
        private readonly Mutex _mutex = new();
        private readonly Line _line = new();
        private MutexLock? _passing;
        private int _inside;

        public override Node NewLeaf()
        {
            MutexLock turn = _mutex.NewLock();
            return new Section(
                World,
                _line,
                turn,
                () => Unless(_inside++ == 0, "two have it"),
                () =>
                {
                    _inside--;
                    turn.Release();
                });
        }

        public override void Try()
        {
            _passing ??= _mutex.NewLock();
            bool isMine = _inside == 0 && _line.Count == 0;
            Unless(_passing.TryLock() == isMine, "it was given past those that wait, or kept from a task");
            if (isMine)
            {
                Unless(_mutex.Owner == _passing && _passing.IsHeld, "it does not know who has it");
                _passing.Release();
            }
        }

        public override void CheckQuiet()
        {
            Unless(_mutex.IsLocked == (_inside == 1), "it does not know whether it is locked");
            Unless(_mutex.Waiting == _line.Count, "its line is not who waits");
            Unless(!_line.FirstSleeps || _inside == 1, "it is free and somebody sleeps on");
        }

        public override void CheckEnd()
        {
            CheckQuiet();
            Unless(_inside == 0 && _line.Count == 0, "somebody has it or waits for it");
        }
    }

    /// <summary>A reader-writer lock: many readers or one writer, in the order in which they asked.</summary>
    internal sealed class ReadersAndWriters(World world) : Facility(world)
    {
        private readonly ReaderWriterLock _lock = new();
        private readonly Line _line = new();
        private int _readers;
        private int _writers;

        public override Node NewLeaf()
        {
            return Chance.OneIn(3) ? NewWriter() : NewReader();
        }

        public override void CheckQuiet()
        {
            Unless(_lock.Readers == _readers, "it does not know how many read");
            Unless(_lock.Writer != null == (_writers == 1), "it does not know whether somebody writes");
            Unless(_lock.Waiting == _line.Count, "its line is not who waits");
            Unless(!_line.FirstSleeps || _readers + _writers > 0, "it is free and somebody sleeps on");
        }

        public override void CheckEnd()
        {
            CheckQuiet();
            Unless(_readers + _writers == 0 && _line.Count == 0, "somebody has it or waits for it");
        }

        private Section NewReader()
        {
            ReadLock turn = _lock.NewReadLock();
            return new Section(
                World,
                _line,
                turn,
                () =>
                {
                    _readers++;
                    Unless(_writers == 0, "one reads while another writes");
                },
                () =>
                {
                    _readers--;
                    turn.Release();
                });
        }

        private Section NewWriter()
        {
            WriteLock turn = _lock.NewWriteLock();
            return new Section(
                World,
                _line,
                turn,
                () => Unless(_writers++ + _readers == 0, "one writes while another reads or writes"),
                () =>
                {
                    _writers--;
                    turn.Release();
                });
        }
    }

    /// <summary>
    /// A semaphore whose permits some give back and others use up, and which interrupts refill: none is made or lost.
    /// </summary>
    internal sealed class Permits(World world, int most) : Facility(world)
    {
        private readonly Semaphore _semaphore = new(most, most);
        private readonly Line _line = new();

        // Taken ones and those that were used up and not refilled.
        private int _gone;
        private int _refused;

        private int Most => _semaphore.Max;

        private int MaxAtOnce => Math.Min(Most, 3);

        private int Free => Most - _gone;

        public override (long Shortest, long Longest) Pace => (8_000, 640_000);

        public override Node NewLeaf()
        {
            int permits = Chance.Between(1, MaxAtOnce);
            bool givesBack = Chance.OneIn(2);
            return new Section(
                World,
                _line,
                _semaphore.NewAcquire(permits),
                () =>
                {
                    _gone += permits;
                    Unless(Free >= 0, "more were taken than there were");
                },
                () =>
                {
                    if (givesBack)
                    {
                        Give(permits);
                    }
                });
        }

        public override void Interrupt()
        {
            Give(Chance.Between(1, Most));
        }

        public override void Try()
        {
            bool isMine = Free > 0 && _line.Count == 0;
            bool took = _semaphore.TryAcquire();
            Unless(took == isMine, "it gave a permit past those that wait, or kept one from a task");
            if (took)
            {
                _gone++;
                Give(1);
            }
        }

        public override void CheckQuiet()
        {
            Unless(_semaphore.Available == Free, $"it has {_semaphore.Available} permits and should have {Free}");
            Unless(_semaphore.Dropped == _refused, "it did not count what it refused");
            Unless(_semaphore.Waiting == _line.Count, "its line is not who waits");
            Unless(!_line.FirstSleeps || Free < MaxAtOnce, "there are enough for anybody and somebody sleeps on");
        }

        public override void Serve()
        {
            Give(1);
        }

        public override void CheckEnd()
        {
            CheckQuiet();
            Unless(_line.Count == 0, "somebody was left in line");
        }

        private void Give(int permits)
        {
            bool fits = permits <= _gone;
            Unless(_semaphore.Release(permits) == fits, "it took more than it may have or refused what it could have");
            if (fits)
            {
                _gone -= permits;
            }
            else
            {
                _refused++;
            }
        }
    }
}
