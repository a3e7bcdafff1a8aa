namespace NanoExecutor.Benchmarks
{
    /// <summary>The runs of one work of a contest: how many operations each has, and what each took.</summary>
    internal sealed class Runs
    {
        /// <summary>Times are in tenths of a ns per operation: a wake and a poll take a few ns on a desktop.</summary>
        internal const int PerNanosecond = 10;

        internal readonly Work Work;

        /// <summary>Operations of a part.</summary>
        internal int Operations => _operations;

        /// <summary>Parts of a round, of which the fastest counts.</summary>
        internal static int PartsOfARound => Parts;

        /// <summary>For each round, tenths of a ns per operation.</summary>
        internal readonly long[] Times;

        // Of a part, so that on a slow machine its time is not that of a reading of the clock.
        private const int FewestOperations = Target.IsDevice ? 200 : 2;

        // A slow machine has fewer parts, so that it ends.
        private const int Parts = Target.IsDevice ? 2 : 8;
        private const int FirstTry = 8;
        private const int Watches = 4;
        private const int MaxRunsToTell = 128;
        private const int MaxOperations = 1 << 26;

        private int _operations;
        private long _garbage100 = Garbage.Unknown;

        internal Runs(Work work, int rounds)
        {
            Work = work;
            Times = new long[rounds];
        }

        internal long Median => Numbers.Median(Times);

        /// <summary>Bytes per operation in hundredths, in the runs that made the least; <see cref="Garbage.Unknown"/>.</summary>
        internal long Garbage100 => _garbage100;

        /// <summary>Warms up and finds out how many operations fill a run.</summary>
        internal void Prepare(Effort effort)
        {
            int operations = FirstTry;
            long start = Target.Nanoseconds();
            long time = Shortest(operations);
            while ((time < effort.Run / (4 * Parts) && operations < MaxOperations) || Target.Nanoseconds() - start < effort.WarmUp)
            {
                if (time < effort.Run / (4 * Parts))
                {
                    operations <<= 1;
                }

                time = Shortest(operations);
            }

            long fitting = (time == 0 ? operations : operations * effort.Run / time) / Parts;
            _operations = Work.Made(fitting < FewestOperations ? FewestOperations : (int)fitting);
        }

        /// <summary>More runs of the same work with as many operations, for another try.</summary>
        internal Runs Again()
        {
            return new Runs(Work, Times.Length) { _operations = _operations };
        }

        /// <summary>A round: the fastest of a few parts, as one that the system has interrupted tells nothing of the work.</summary>
        internal void Run(int round)
        {
            long fastest = Time(_operations);
            for (int i = 1; i < Parts; i++)
            {
                fastest = Smaller(fastest, Time(_operations));
            }

            Times[round] = fastest * PerNanosecond / _operations;
        }

        /// <summary>Looks for garbage. The smallest of a few: on a desktop the runtime makes some of its own at times.</summary>
        internal void Watch()
        {
            for (int i = 0; i < (Work.IsOwn ? Watches : 1) && _garbage100 != 0; i++)
            {
                Garbage garbage = new Garbage();
                long operations = 0;
                for (int run = 0; run < (Work.IsOwn ? MaxRunsToTell : 1) && !garbage.IsEnough(operations); run++)
                {
                    Work.Run(_operations);
                    operations += _operations;
                }

                long made = garbage.Stop(operations);
                if (made != Garbage.Unknown && (_garbage100 == Garbage.Unknown || made * 100 / operations < _garbage100))
                {
                    _garbage100 = made == 0 ? 0 : (made * 100 / operations) + 1;
                }
            }
        }

        private static long Smaller(long one, long other)
        {
            return one < other ? one : other;
        }

        private long Shortest(int operations)
        {
            return Smaller(Time(operations), Time(operations));
        }

        private long Time(int operations)
        {
            long start = Target.Nanoseconds();
            Work.Run(operations);
            return Target.Nanoseconds() - start;
        }
    }
}
