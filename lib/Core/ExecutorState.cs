namespace NanoExecutor
{
    /// <summary>What an <see cref="Executor"/> is doing.</summary>
    public enum ExecutorState
    {
        /// <summary>Nothing to run: parked, or not in Run and every task asleep.</summary>
        Idle = 0,

        /// <summary>A wake has come that no poll has answered yet, and the executor is not running.</summary>
        NeedRun = 1,

        /// <summary>Inside Run and not parked.</summary>
        Running = 2,

        /// <summary>Stopped or closed. Run starts a stopped one again.</summary>
        Stopped = 3,
    }
}
