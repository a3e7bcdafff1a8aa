namespace NanoExecutor.Benchmarks
{
    /// <summary>Polls a task that is always awake, and nothing else.</summary>
    internal sealed class Polls : Work
    {
        private readonly Future _task;

        internal Polls(string name, Future task)
            : base(name)
        {
            _task = task;
        }

        internal override bool IsOwn => true;

        internal override void Run(int operations)
        {
            Future task = _task;
            for (int i = 0; i < operations; i++)
            {
                task.Poll(null);
            }
        }
    }
}
