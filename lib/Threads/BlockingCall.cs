namespace NanoExecutor
{
    /// <summary>
    /// What a <see cref="Worker"/> does: it may block, and what it throws is handed to the task that waits.
    /// </summary>
    /// <param name="argument">From <see cref="WorkerCall.With"/>.</param>
    /// <returns>The result for the task.</returns>
    [Blocks("on the thread of the worker")]
    public delegate object BlockingCall(object argument);
}
