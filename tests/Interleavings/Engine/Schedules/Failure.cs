namespace NanoExecutor.Interleavings
{
    /// <summary>What was wrong with a schedule, and how to run it again.</summary>
    /// <param name="Message">In words.</param>
    /// <param name="Schedule">For --replay.</param>
    /// <param name="Preemptions">How often an actor that could have gone on was interrupted.</param>
    internal sealed record Failure(string Message, string Schedule, int Preemptions);
}
