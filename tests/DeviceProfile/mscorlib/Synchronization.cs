namespace System.Threading
{
    // An interlocked call takes as long as 30 opcodes; a single load or store is atomic without one.
    public static class Interlocked
    {
        public static extern int CompareExchange(ref int location1, int value, int comparand); // heap: 0
        public static extern int Decrement(ref int location); // heap: 0
        public static extern int Exchange(ref int location1, int value); // heap: 0
        public static extern int Increment(ref int location); // heap: 0
    }

    // Only what `lock` needs: no Wait, no Pulse, no TryEnter.
    public static class Monitor
    {
        public static extern void Enter(object obj); // heap: 0; 84 of recycled native blocks
        public static extern void Exit(object obj); // heap: 0
    }

    public abstract class WaitHandle : MarshalByRefObject
    {
        protected extern WaitHandle(); // heap: 12
        public virtual extern bool WaitOne(); // heap: 0; 48 of recycled native blocks if it blocks
        public virtual extern bool WaitOne(int millisecondsTimeout, bool exitContext); // heap: 0; as above
    }

    // Latches: a Set before the wait makes that wait return at once.
    public sealed class AutoResetEvent : WaitHandle
    {
        public extern AutoResetEvent(bool initialState); // heap: 12
        public extern bool Set(); // heap: 0
    }

    public sealed class ManualResetEvent : WaitHandle
    {
        public extern ManualResetEvent(bool initialState); // heap: 12
        public extern bool Reset(); // heap: 0
        public extern bool Set(); // heap: 0
    }
}
