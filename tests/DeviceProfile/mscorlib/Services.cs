namespace System
{
    public static class Console
    {
        public static extern void Write(string value); // heap: 0 beside the literal
        public static extern void WriteLine(); // heap: 0
        public static extern void WriteLine(string value); // heap: 12 with a literal
    }

    // Not the one that collects: that is nanoFramework.Runtime.Native.GC. Here so that the two names clash as they do there.
    public static class GC
    {
        public static extern void SuppressFinalize(object obj); // heap: 0
        public static extern void WaitForPendingFinalizers(); // heap: 0
    }

    public class Random
    {
        public extern Random(); // heap: an object
        public extern Random(int seed); // heap: an object
        public virtual extern int Next(); // heap: 0
        public virtual extern int Next(int maxValue); // heap: 0
    }

    // Dies at the next collection if nothing else holds its target: the way to see that none has happened.
    public class WeakReference
    {
        public extern WeakReference(object target); // heap: an object
        public virtual extern bool IsAlive { get; } // heap: 0
        public virtual extern object Target { get; set; } // heap: 0
    }
}

namespace System.Diagnostics
{
    // Gone from release builds. The literals and strings handed over go with the calls.
    public static class Debug
    {
        [Conditional("DEBUG")]
        public static extern void Assert(bool condition); // heap: 0
        [Conditional("DEBUG")]
        public static extern void Assert(bool condition, string message); // heap: 0 beside the literal
        [Conditional("DEBUG")]
        public static extern void Write(string message); // heap: 0 beside the literal
        [Conditional("DEBUG")]
        public static extern void WriteLine(string message); // heap: 0 beside the literal
    }
}
