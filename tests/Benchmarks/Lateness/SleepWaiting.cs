using System.Threading;

namespace NanoExecutor.Benchmarks
{
    /// <summary>A thread sleeps; beside it nothing, or a thread that computes.</summary>
    internal sealed class SleepWaiting : Waiting
    {
        private readonly bool _busy;
        private BusyThread _thread;

        internal SleepWaiting(bool busy)
            : base(busy ? "Thread.Sleep, another thread computes" : "Thread.Sleep, idle")
        {
            _busy = busy;
        }

        internal override void SetUp()
        {
            _thread = _busy ? new BusyThread() : null;
        }

        internal override void Wait(int milliseconds, long[] lateness, int first, int count)
        {
            for (int i = first; i < first + count; i++)
            {
                long start = Target.Nanoseconds();
                Thread.Sleep(milliseconds);
                lateness[i] = Late(start, milliseconds);
            }
        }

        internal override void TearDown()
        {
            if (_thread != null)
            {
                _thread.End();
            }
        }
    }
}
