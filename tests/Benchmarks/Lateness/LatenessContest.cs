using System.Threading;

namespace NanoExecutor.Benchmarks
{
    /// <summary>A thread that computes without pause.</summary>
    internal sealed class BusyThread
    {
        private readonly Thread _thread;
        private int _count;
        private bool _over;

        internal BusyThread()
        {
            _thread = new Thread(Count);
            _thread.Start();
        }

        internal void End()
        {
            _over = true;
            _thread.Join();
        }

        private void Count()
        {
            while (!_over)
            {
                Interlocked.Increment(ref _count);
            }
        }
    }

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

    /// <summary>How late delays of some lengths are, in the library's way and in others.</summary>
    internal sealed class LatenessContest
    {
        private readonly int[] _lengths = { 1, 2, 5, 10, 25 };
        private readonly string _title;
        private readonly Waiting _own;
        private readonly Waiting[] _all;
        private readonly int _limited;
        private readonly long _limit;

        /// <summary>Names the ways of waiting.</summary>
        /// <param name="title">What goes on beside.</param>
        /// <param name="own">The library's way.</param>
        /// <param name="timer">The one it is compared with.</param>
        /// <param name="sleep">One more.</param>
        /// <param name="limited">The length in ms for which there is a goal; 0 for none.</param>
        /// <param name="limit">The largest median that meets it, ns.</param>
        internal LatenessContest(string title, Waiting own, Waiting timer, Waiting sleep, int limited, long limit)
        {
            _title = title;
            _own = own;
            _all = new[] { own, timer, sleep };
            _limited = limited;
            _limit = limit * Runs.PerNanosecond;
        }

        internal void Measure(Effort effort, Report report)
        {
            if (!report.Begin(_title))
            {
                return;
            }

            long[][] lateness = new long[_all.Length * _lengths.Length][];
            for (int i = 0; i < lateness.Length; i++)
            {
                lateness[i] = new long[effort.Rounds * effort.Delays];
            }

            for (int round = 0; round < effort.Rounds; round++)
            {
                for (int way = 0; way < _all.Length; way++)
                {
                    _all[way].SetUp();
                    for (int length = 0; length < _lengths.Length; length++)
                    {
                        long[] late = lateness[(way * _lengths.Length) + length];
                        _all[way].Wait(_lengths[length], late, round * effort.Delays, effort.Delays);
                    }

                    _all[way].TearDown();
                }
            }

            long garbage = Watch(effort);
            report.Section(_title);
            for (int length = 0; length < _lengths.Length; length++)
            {
                for (int way = 0; way < _all.Length; way++)
                {
                    report.Add(Line(_all[way], length, lateness, garbage));
                }
            }
        }

        // Whether the library's way makes garbage does not depend on the length.
        private long Watch(Effort effort)
        {
            ShortWaits waits = new ShortWaits(_own);
            waits.SetUp();
            Runs runs = new Runs(waits, effort.Rounds);
            runs.Prepare(effort);
            runs.Watch();
            waits.TearDown();
            return runs.Garbage100;
        }

        private Row Line(Waiting way, int length, long[][] lateness, long garbage)
        {
            int place = 0;
            while (_all[place] != way)
            {
                place++;
            }

            long[] own = lateness[(place * _lengths.Length) + length];
            Row row = new Row
            {
                Name = _lengths[length].ToString() + " ms by " + way.Name,
                Value = Numbers.Median(own) * Runs.PerNanosecond,
                Worst = Numbers.Largest(own) * Runs.PerNanosecond,
            };

            if (way == _own)
            {
                long peer = Numbers.Median(lateness[_lengths.Length + length]) * Runs.PerNanosecond;
                row.IsOwn = true;
                row.Garbage100 = garbage;
                row.Peer = _all[1].Name;
                row.Ratio = peer > 0 ? row.Value * 1000 / peer : Row.None;
                row.LimitsValue = true;
                row.Limit = _lengths[length] == _limited ? _limit : Row.None;
            }

            return row;
        }
    }
}
