namespace NanoExecutor
{
    /// <summary>Names for durations. The library counts time in microseconds, as <c>long</c>.</summary>
    public static class Duration
    {
        /// <summary>1 µs.</summary>
        public const long Microsecond = 1;

        /// <summary>1,000 µs.</summary>
        public const long Millisecond = 1000;

        /// <summary>1,000,000 µs.</summary>
        public const long Second = 1000 * Millisecond;

        /// <summary>60,000,000 µs.</summary>
        public const long Minute = 60 * Second;

        /// <summary>3,600,000,000 µs.</summary>
        public const long Hour = 60 * Minute;

        /// <summary>
        /// The longest that a delay accepts, µs: 2^62, about 146,000 years, so that no deadline overflows.
        /// </summary>
        public const long Longest = 1L << 62;
    }
}
