namespace NanoExecutor.Soak
{
    /// <summary>Random numbers that follow from a seed alone, on every runtime: SplitMix64.</summary>
    internal sealed class Chance(ulong seed)
    {
        private ulong _state = seed;

        /// <summary>0 to one less.</summary>
        public int Below(int limit)
        {
            return (int)(Next() % (ulong)limit);
        }

        /// <summary>From one number to another, both included.</summary>
        public int Between(int least, int most)
        {
            return least + Below(most - least + 1);
        }

        /// <summary>True once in so many times.</summary>
        public bool OneIn(int times)
        {
            return Below(times) == 0;
        }

        /// <summary>
        /// A duration between two, µs, as often short as long: each doubling is as likely as the next.
        /// </summary>
        public long Duration(long shortest, long longest)
        {
            double part = (Next() >> 11) / (double)(1L << 53);
            return (long)(shortest * Math.Pow((double)longest / shortest, part));
        }

        private ulong Next()
        {
            ulong mixed = _state += 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
