using System.Threading;

namespace NanoExecutor.Benchmarks
{
    /// <summary>Threads that each sleep again and again, for as short as they can.</summary>
    internal sealed class Sleeps : ThreadWork
    {
        private readonly ManualResetEvent _go = new ManualResetEvent(false);
        private readonly AutoResetEvent _done = new AutoResetEvent(false);
        private int _left;

        internal Sleeps(int threads)
            : base("Thread.Sleep(1) in one of " + threads.ToString() + " threads", threads)
        {
        }

        internal override void Run(int operations)
        {
            _left = operations;
            _go.Set();
            _done.WaitOne();
        }

        private protected override void Work(int index)
        {
            while (!IsOver)
            {
                _go.WaitOne();
                while (!IsOver)
                {
                    Thread.Sleep(1);
                    int left = Interlocked.Decrement(ref _left);
                    if (left <= 0)
                    {
                        if (left == 0)
                        {
                            _go.Reset();
                            _done.Set();
                        }

                        break;
                    }
                }
            }
        }

        private protected override void Release()
        {
            _go.Set();
        }
    }
}
