using System.Threading;

namespace NanoExecutor.Benchmarks
{
    /// <summary>Another thread sets an event; the thread blocked in its WaitOne answers, and blocks again.</summary>
    internal sealed class EventToThread : ThreadWork
    {
        private readonly AutoResetEvent _go = new AutoResetEvent(false);
        private readonly AutoResetEvent _event = new AutoResetEvent(false);
        private readonly AutoResetEvent _answer = new AutoResetEvent(false);
        private int _operations;

        internal EventToThread()
            : base("event set, thread blocked in WaitOne answers", 1)
        {
        }

        internal override void Run(int operations)
        {
            _operations = operations;
            _go.Set();
            for (int i = 0; i < operations; i++)
            {
                _event.WaitOne();
                _answer.Set();
            }
        }

        private protected override void Work(int index)
        {
            _go.WaitOne();
            while (!IsOver)
            {
                // Read once: the next run may set it before this one has looked at its end.
                int operations = _operations;
                for (int i = 0; i < operations; i++)
                {
                    _event.Set();
                    _answer.WaitOne();
                }

                _go.WaitOne();
            }
        }

        private protected override void Release()
        {
            _go.Set();
        }
    }
}
