// Structs in name only: on the device both are 64-bit primitives, so that a value, a parameter and a result cost no heap.
namespace System
{
    public struct DateTime
    {
        private readonly ulong _ticks;

        public extern DateTime(long ticks); // heap: 0
        public extern long Ticks { get; } // heap: 0
        public static extern DateTime UtcNow { get; } // heap: 0; wall time, it may jump
        public extern DateTime AddTicks(long val); // heap: 0
        public extern TimeSpan Subtract(DateTime val); // heap: 0
        public extern string ToString(string format); // heap: a string
        public override extern string ToString(); // heap: strings
        public static extern TimeSpan operator -(DateTime d1, DateTime d2); // heap: 0
    }

    public struct TimeSpan
    {
        public static readonly TimeSpan MaxValue; // heap: 0
        public static readonly TimeSpan MinValue; // heap: 0
        public static readonly TimeSpan Zero; // heap: 0

        public const long TicksPerMillisecond = 10000; // heap: 0
        public const long TicksPerSecond = 10000000; // heap: 0

        private readonly long _ticks;

        public extern TimeSpan(long ticks); // heap: 0
        public extern long Ticks { get; } // heap: 0
        public extern double TotalMilliseconds { get; } // heap: 0
        public extern double TotalSeconds { get; } // heap: 0
        public static extern TimeSpan FromMilliseconds(long value); // heap: 0
        public static extern TimeSpan FromSeconds(long value); // heap: 0
        public static extern TimeSpan FromTicks(long value); // heap: 0
        public override extern string ToString(); // heap: a string
    }
}
