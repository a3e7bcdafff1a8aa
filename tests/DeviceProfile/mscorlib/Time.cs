// Structs in name only: on the device both are 64-bit primitives, so a value, a parameter and a result cost no heap.
namespace System
{
    public struct DateTime
    {
        private readonly ulong _ticks;

        public extern long Ticks { get; } // heap: 0
        public static extern DateTime UtcNow { get; } // heap: 0; wall time, it may jump
        public extern string ToString(string format); // heap: a string
    }

    public struct TimeSpan
    {
        private readonly long _ticks;

        public static extern TimeSpan FromTicks(long value); // heap: 0
    }
}
