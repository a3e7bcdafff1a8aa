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
}
