namespace NanoExecutor.Benchmarks
{
    /// <summary>Two tasks, each waiting for a signal that the other sets.</summary>
    internal sealed class SignalHandover : ExecutorWork
    {
        private readonly LongSignal _there = new LongSignal();
        private readonly LongSignal _back = new LongSignal();
        private Player _first;
        private Player _second;

        internal SignalHandover()
            : base("LongSignal between two tasks", 2)
        {
        }

        internal override void Run(int operations)
        {
            int turns = (operations + 1) / 2;
            _first.Expect(turns);
            _second.Expect(turns + 1);
            _back.Set(0);
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
            private readonly LongSignalWait _wait;
            private readonly LongSignal _answer;
            private readonly Executor _executor;
            private int _left;

            internal Player(LongSignal awaited, LongSignal answer, Executor executor)
            {
                _wait = awaited.NewWait();
                _answer = answer;
                _executor = executor;
            }

            public override Poll Poll(Waker waker)
            {
                while (_wait.Poll(waker) == Ready)
                {
                    if (--_left > 0)
                    {
                        _answer.Set(_left);
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
