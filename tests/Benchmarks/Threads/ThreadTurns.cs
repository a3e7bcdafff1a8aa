using System.Threading;

namespace NanoExecutor.Benchmarks
{
    /// <summary>Threads in a ring: each does a step when its event is set, and sets that of the next.</summary>
    internal sealed class ThreadTurns : ThreadWork
    {
        private readonly AutoResetEvent[] _turns;
        private int _left;

        internal ThreadTurns(int threads)
            : base("turn of one of " + threads.ToString() + " threads", threads - 1)
        {
            _turns = new AutoResetEvent[threads];
            for (int i = 0; i < threads; i++)
            {
                _turns[i] = new AutoResetEvent(false);
            }
        }

        internal override void Run(int operations)
        {
            AutoResetEvent own = _turns[_turns.Length - 1];
            _left = operations;
            while (_left > 0)
            {
                _left--;
                _turns[0].Set();
                own.WaitOne();
            }
        }

        private protected override void Work(int index)
        {
            AutoResetEvent own = _turns[index];
            AutoResetEvent next = _turns[index + 1];
            while (true)
            {
                own.WaitOne();
                if (IsOver)
                {
                    return;
                }

                _left--;
                next.Set();
            }
        }

        private protected override void Release()
        {
            for (int i = 0; i < _turns.Length; i++)
            {
                _turns[i].Set();
            }
        }
    }
}
