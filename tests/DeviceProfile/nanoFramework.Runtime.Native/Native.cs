namespace nanoFramework.Runtime.Native
{
    public static class GC
    {
        public static extern uint Run(bool compactHeap); // heap: 0; returns the free bytes after a full collection
    }

    public static class SystemInfo
    {
        public static extern string TargetName { get; } // heap: a string
    }
}

namespace System
{
    // In this assembly, not in mscorlib.
    public static class Environment
    {
        public static extern long TickCount64 { get; } // heap: 0; whole milliseconds
    }
}
