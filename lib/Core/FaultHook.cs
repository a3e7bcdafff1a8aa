using System;

namespace NanoExecutor
{
    /// <summary>
    /// Hears of a task that threw, on the thread that runs the executor. What it throws itself leaves Run.
    /// </summary>
    /// <param name="executor">The executor of the task.</param>
    /// <param name="handle">Its handle: <see cref="Executor.Abort"/> gives its slot free.</param>
    /// <param name="exception">What it threw. The slot keeps it.</param>
    public delegate void FaultHook(Executor executor, long handle, Exception exception);
}
