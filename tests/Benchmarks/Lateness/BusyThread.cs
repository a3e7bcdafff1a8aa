using System.Threading;

namespace NanoExecutor.Benchmarks
{
    /// <summary>A thread that computes without pause.</summary>
    internal sealed class BusyThread
    {
        private readonly Thread _thread;
        private int _count;
        private bool _over;

        internal BusyThread()
        {
            _thread = new Thread(Count);
            _thread.Start();
        }

        internal void End()
        {
            _over = true;
            _thread.Join();
        }

        private void Count()
        {
            while (!_over)
            {
                Interlocked.Increment(ref _count);
            }
        }
    }
}
