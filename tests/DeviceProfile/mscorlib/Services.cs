namespace System
{
    public static class Console
    {
        public static extern void Write(string value); // heap: 0 beside the literal
        public static extern void WriteLine(string value); // heap: 12 with a literal
    }

    public class Random
    {
        public extern Random(int seed); // heap: an object
        public virtual extern int Next(int maxValue); // heap: 0
    }

    // Dies at the next collection if nothing else holds its target: the way to see that none has happened.
    public class WeakReference
    {
        public extern WeakReference(object target); // heap: an object
        public virtual extern bool IsAlive { get; } // heap: 0
    }
}
