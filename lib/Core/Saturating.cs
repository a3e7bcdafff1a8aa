namespace NanoExecutor
{
    /// <summary>
    /// Counts for people to read: at int.MaxValue they stay there, so that they never turn negative or begin anew.
    /// </summary>
    internal static class Saturating
    {
        /// <summary>One more.</summary>
        internal static int Next(int count)
        {
            return count == int.MaxValue ? count : count + 1;
        }

        /// <summary>A count that is not negative, as an int.</summary>
        internal static int Int(long count)
        {
            return count > int.MaxValue ? int.MaxValue : (int)count;
        }
    }
}
