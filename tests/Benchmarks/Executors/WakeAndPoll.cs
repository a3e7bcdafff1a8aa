namespace NanoExecutor.Benchmarks
{
    /// <summary>Two tasks that wake each other in turn, at the two ends of a table whose other tasks sleep.</summary>
    internal sealed class WakeAndPoll : ExecutorWork
    {
        private readonly int _slots;
        private Player _first;
        private Player _second;

        internal WakeAndPoll(int slots)
            : base("wake and poll, " + slots.ToString() + " slots", slots)
        {
            _slots = slots;
        }

        internal override void Run(int operations)
        {
            int turns = (operations + 1) / 2;
            _first.Start(turns);
            _second.Start(turns + 1);
            _first.Own.Wake();
            Executor.Run();
        }

        private protected override void AddTasks()
        {
            _first = new Player(Executor);
            _second = new Player(Executor);
            Executor.Spawn(_first);
            for (int i = 2; i < _slots; i++)
            {
                Executor.Spawn(new NeverFuture());
            }

            Executor.Spawn(_second);
            Executor.RunUntilIdle();
            _first.Other = _second.Own;
            _second.Other = _first.Own;
        }

        private sealed class Player : Future
        {
            internal Waker Own;
            internal Waker Other;

            private readonly Executor _executor;
            private int _left;

            internal Player(Executor executor)
            {
                _executor = executor;
            }

            public override Poll Poll(Waker waker)
            {
                if (--_left > 0)
                {
                    Other.Wake();
                    return Pending;
                }

                if (Own == null)
                {
                    Own = waker;
                }
                else
                {
                    _executor.Stop();
                }

                return Pending;
            }

            internal void Start(int turns)
            {
                _left = turns;
            }
        }
    }
}
