namespace NanoExecutor.Benchmarks
{
    /// <summary>Two tasks, each waiting for a permit that the other releases.</summary>
    internal sealed class SemaphoreHandover : ExecutorWork
    {
        private readonly Semaphore _there = new Semaphore(0, 1);
        private readonly Semaphore _back = new Semaphore(0, 1);
        private Player _first;
        private Player _second;

        internal SemaphoreHandover()
            : base("Semaphore between two tasks", 2)
        {
        }

        internal override void Run(int operations)
        {
            int turns = (operations + 1) / 2;
            _first.Expect(turns);
            _second.Expect(turns + 1);
            _back.Release();
            Executor.Run();
        }

        private protected override void AddTasks()
        {
            _first = new Player(_back, _there, Executor);
            _second = new Player(_there, _back, Executor);
            Executor.Spawn(_first);
            Executor.Spawn(_second);
        }

        private sealed class Player : Future
        {
            private readonly SemaphoreAcquire _acquire;
            private readonly Semaphore _answer;
            private readonly Executor _executor;
            private int _left;

            internal Player(Semaphore awaited, Semaphore answer, Executor executor)
            {
                _acquire = awaited.NewAcquire();
                _answer = answer;
                _executor = executor;
            }

            public override Poll Poll(Waker waker)
            {
                while (_acquire.Poll(waker) == Ready)
                {
                    if (--_left > 0)
                    {
                        _answer.Release();
                    }
                    else
                    {
                        _executor.Stop();
                    }
                }

                return Pending;
            }

            internal void Expect(int turns)
            {
                _left = turns;
            }
        }
    }
}
