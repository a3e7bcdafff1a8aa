using NanoExecutor.Soak.Nodes;
using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Facilities
{
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
