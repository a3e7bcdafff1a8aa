using System;

namespace nanoFramework.Hardware.Esp32
{
    // At most ten of them. An expiry that is already queued is delivered even after Stop.
    public class HighResTimer : IDisposable
    {
        public extern HighResTimer(); // heap: an object, its lock and an entry of a list

        public static extern ulong GetCurrent(); // heap: 0; microseconds since the start
        public extern void Dispose(); // heap: 0
    }
}
