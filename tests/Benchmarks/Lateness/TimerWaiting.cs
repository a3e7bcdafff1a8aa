using System.Threading;

namespace NanoExecutor.Benchmarks
{
    /// <summary>A System.Threading.Timer calls back; beside it nothing, or a thread that computes.</summary>
    internal sealed class TimerWaiting : Waiting
    {
        private readonly AutoResetEvent _fired = new AutoResetEvent(false);
        private readonly bool _busy;
        private BusyThread _thread;
        private Timer _timer;
        private int _milliseconds;
        private long _start;
        private long _late;

        internal TimerWaiting(bool busy)
            : base(busy ? "a Timer, another thread computes" : "a Timer, idle")
        {
            _busy = busy;
        }

        internal override void SetUp()
        {
            _timer = new Timer(Fired, null, Timeout.Infinite, Timeout.Infinite);
            _thread = _busy ? new BusyThread() : null;
        }

        internal override void Wait(int milliseconds, long[] lateness, int first, int count)
        {
            _milliseconds = milliseconds;
            for (int i = first; i < first + count; i++)
            {
                _start = Target.Nanoseconds();
                _timer.Change(milliseconds, Timeout.Infinite);
                _fired.WaitOne();
                lateness[i] = _late;
            }
        }

        internal override void TearDown()
        {
            _timer.Dispose();
            if (_thread != null)
            {
                _thread.End();
            }
        }

        private void Fired(object state)
        {
            _late = Late(_start, _milliseconds);
            _fired.Set();
        }
    }
}
