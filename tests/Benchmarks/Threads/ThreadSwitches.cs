using System.Threading;

namespace NanoExecutor.Benchmarks
{
    /// <summary>Two threads that set each other's event in turn.</summary>
    internal sealed class ThreadSwitches : ThreadWork
    {
        private readonly AutoResetEvent _there = new AutoResetEvent(false);
        private readonly AutoResetEvent _back = new AutoResetEvent(false);

        internal ThreadSwitches()
            : base("switch between two threads", 1)
        {
        }

        internal override void Run(int operations)
        {
            for (int i = 0; i < operations; i += 2)
            {
                _there.Set();
                _back.WaitOne();
            }
        }

        private protected override void Work(int index)
        {
            while (true)
            {
                _there.WaitOne();
                if (IsOver)
                {
                    return;
                }

                _back.Set();
            }
        }

        private protected override void Release()
        {
            _there.Set();
        }
    }
}
