namespace NanoExecutor.Benchmarks
{
    /// <summary>Two tasks take turns with a mutex; each keeps it while it gives way, so that the other stands in line.</summary>
    internal sealed class MutexHandover : ExecutorWork
    {
        private Player _first;
        private Player _second;

        internal MutexHandover()
            : base("Mutex between two tasks", 2)
        {
        }

        internal override void Run(int operations)
        {
            int turns = (operations + 1) / 2;
            _first.Start(turns);
            _second.Start(turns);
            Executor.Run();
            Executor.RunUntilIdle();
        }

        private protected override void AddTasks()
        {
            Mutex mutex = new Mutex();
            _first = new Player(mutex, Executor);
            _second = new Player(mutex, Executor);
            Executor.Spawn(_first);
            Executor.Spawn(_second);
        }

        private sealed class Player : Future
        {
            private readonly MutexLock _lock;
            private readonly Executor _executor;
            private Waker _own;
            private int _left;

            internal Player(Mutex mutex, Executor executor)
            {
                _lock = mutex.NewLock();
                _executor = executor;
            }

            public override Poll Poll(Waker waker)
            {
                _own = waker;
                if (_lock.IsHeld)
                {
                    _lock.Release();
                    if (--_left == 0)
                    {
                        _executor.Stop();
                    }
                }

                if (_left > 0 && _lock.Poll(waker) == Ready)
                {
                    waker.Wake();
                }

                return Pending;
            }

            internal void Start(int turns)
            {
                _left = turns;
                _own.Wake();
            }
        }
    }
}
