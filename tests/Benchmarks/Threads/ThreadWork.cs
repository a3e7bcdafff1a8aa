using System.Threading;

namespace NanoExecutor.Benchmarks
{
    /// <summary>A work of several threads, of which the one that measures is the first.</summary>
    internal abstract class ThreadWork : Work
    {
        // Blocked, a few calls deep.
        private const int HeapOfAThread = 1600;

        private readonly Thread[] _threads;
        private int _next;

        private protected ThreadWork(string name, int threads)
            : base(name)
        {
            _threads = new Thread[threads];
        }

        /// <summary>Set at the end; a thread that sees it returns.</summary>
        private protected bool IsOver { get; private set; }

        internal override int HeapNeeded => _threads.Length * HeapOfAThread;

        internal override void SetUp()
        {
            for (int i = 0; i < _threads.Length; i++)
            {
                Thread thread = new Thread(Begin);
                thread.Start();
                _threads[i] = thread;
            }
        }

        internal override void TearDown()
        {
            IsOver = true;
            Release();

            // Those that run: the heap may have been too small for all.
            for (int i = 0; i < _threads.Length && _threads[i] != null; i++)
            {
                _threads[i].Join();
                _threads[i] = null;
            }
        }

        /// <summary>What thread number <paramref name="index"/> does until <see cref="IsOver"/>.</summary>
        private protected abstract void Work(int index);

        /// <summary>Gets the threads out of what they wait for.</summary>
        private protected abstract void Release();

        private void Begin()
        {
            Work(Interlocked.Increment(ref _next) - 1);
        }
    }
}
