using System.Threading;

namespace NanoExecutor.Benchmarks
{
    /// <summary>Two threads take turns with a lock; each keeps it while it gives way.</summary>
    internal sealed class LockHandover : ThreadWork
    {
        private readonly object _gate = new object();
        private readonly AutoResetEvent _go = new AutoResetEvent(false);
        private readonly AutoResetEvent _done = new AutoResetEvent(false);
        private int _turns;

        internal LockHandover()
            : base("lock between two threads", 1)
        {
        }

        internal override void Run(int operations)
        {
            _turns = (operations + 1) / 2;
            _go.Set();
            Turns();
            _done.WaitOne();
        }

        private protected override void Work(int index)
        {
            _go.WaitOne();
            while (!IsOver)
            {
                Turns();
                _done.Set();
                _go.WaitOne();
            }
        }

        private protected override void Release()
        {
            _go.Set();
        }

        private void Turns()
        {
            int turns = _turns;
            for (int i = 0; i < turns; i++)
            {
                lock (_gate)
                {
                    Thread.Sleep(0);
                }
            }
        }
    }
}
