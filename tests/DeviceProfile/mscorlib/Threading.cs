namespace System.Threading
{
    public delegate void ThreadStart();

    // One native thread runs all managed ones in slices of 20 ms.
    public sealed class Thread
    {
        public extern Thread(ThreadStart start); // heap: 72, and 36 for the delegate; started and blocked 960
        public extern void Join(); // heap: 0
        public static extern void Sleep(int millisecondsTimeout); // heap: 0; Sleep(0) gives the slice away
        public extern void Start(); // heap: its first frames, native blocks
    }

    public static class Timeout
    {
        public const int Infinite = -1; // heap: 0
    }

    // One shared thread runs one callback at a time, up to an idle wait late and at times early; missed periods are
    // dropped.
    public delegate void TimerCallback(object state);

    public sealed class Timer : MarshalByRefObject, IDisposable
    {
        public extern Timer(TimerCallback callback, object state, int dueTime, int period); // heap: 132, delegate 36
        public extern bool Change(int dueTime, int period); // heap: 0, nor does a tick
        public extern void Dispose(); // heap: 0
    }
}

namespace System
{
    public abstract class MarshalByRefObject
    {
        protected extern MarshalByRefObject(); // heap: as Object
    }
}
