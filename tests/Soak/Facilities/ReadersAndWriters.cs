using NanoExecutor.Soak.Nodes;
using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Facilities
{
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
}
