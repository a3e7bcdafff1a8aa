namespace NanoExecutor.Benchmarks
{
    /// <summary>Waits of 1 ms, one after the other: for their garbage.</summary>
    internal sealed class ShortWaits : Work
    {
        private const int Most = 256;

        private readonly long[] _lateness = new long[Most];
        private readonly Waiting _way;

        internal ShortWaits(Waiting way)
            : base(way.Name)
        {
            _way = way;
        }

        internal override bool IsOwn => _way.IsOwn;

        internal override void SetUp()
        {
            _way.SetUp();
        }

        internal override void Run(int operations)
        {
            for (int left = operations; left > 0; left -= Most)
            {
                _way.Wait(1, _lateness, 0, left < Most ? left : Most);
            }
        }

        internal override void TearDown()
        {
            _way.TearDown();
        }
    }
}
