namespace NanoExecutor.Tests
{
    /// <summary>Tasks that wait for nothing in every slot that is free: whoever wakes one woke the wrong task.</summary>
    internal sealed class Bystanders
    {
        private readonly Executor _executor;
        private readonly long _polls;

        internal Bystanders(Executor executor)
        {
            _executor = executor;
            long handle;
            while (executor.TrySpawn(new NeverFuture(), out handle))
            {
            }

            executor.RunUntilIdle();
            _polls = executor.Polls;
        }

        /// <summary>Polls of any task since then.</summary>
        internal long Polls
        {
            get
            {
                _executor.RunUntilIdle();
                return _executor.Polls - _polls;
            }
        }
    }
}
