namespace NanoExecutor.Benchmarks
{
    /// <summary>Tasks that are all awake: each does a step and wakes itself.</summary>
    internal sealed class AwakePolls : ExecutorWork
    {
        private readonly Stepper[] _steppers;

        internal AwakePolls(int tasks)
            : base("poll of one of " + tasks.ToString() + " awake tasks", tasks)
        {
            _steppers = new Stepper[tasks];
        }

        internal override int Made(int operations)
        {
            return ((operations / _steppers.Length) + 1) * _steppers.Length;
        }

        internal override void Run(int operations)
        {
            int steps = (operations / _steppers.Length) + 1;
            for (int i = 0; i < _steppers.Length; i++)
            {
                _steppers[i].Start(steps);
            }

            Executor.Run();
        }

        private protected override void AddTasks()
        {
            for (int i = 0; i < _steppers.Length; i++)
            {
                _steppers[i] = new Stepper(Executor);
                Executor.Spawn(_steppers[i]);
            }
        }

        private sealed class Stepper : Future
        {
            private readonly Executor _executor;
            private Waker _own;
            private int _left;

            internal Stepper(Executor executor)
            {
                _executor = executor;
            }

            public override Poll Poll(Waker waker)
            {
                if (--_left > 0)
                {
                    waker.Wake();
                    return Pending;
                }

                if (_own == null)
                {
                    _own = waker;
                }
                else
                {
                    _executor.Stop();
                }

                return Pending;
            }

            internal void Start(int steps)
            {
                _left = steps;
                _own.Wake();
            }
        }
    }
}
