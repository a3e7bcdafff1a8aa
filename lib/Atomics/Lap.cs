namespace NanoExecutor
{
    /// <summary>
    /// For whoever follows a count that runs through all values of an int, and may look so seldom that it has gone
    /// round meanwhile: a second count says how often it passed a border, of which there are 16 in a round.
    /// </summary>
    /// <remarks>
    /// The second count is moved a little after the first and read apart from it, so it may be off by a few borders.
    /// That is enough to tell how often the first has gone round, for which 8 would have to be missing.
    /// </remarks>
    internal static class Lap
    {
        /// <summary>A border is where these lower bits of a count are 0.</summary>
        internal const int Mask = (1 << Bits) - 1;

        private const int Bits = 28;

        /// <summary>Whether there is a border between two counts that are less than a lap apart.</summary>
        internal static bool IsCrossed(int from, int to)
        {
            return from >> Bits != to >> Bits;
        }

        /// <summary>How far a count has come.</summary>
        /// <param name="distance">The difference of the two values of the count, which may have gone round.</param>
        /// <param name="laps">Borders passed between them, give or take a few.</param>
        internal static long Distance(int distance, int laps)
        {
            long passed = (long)laps << Bits;
            return passed + (distance - (int)passed);
        }
    }
}
