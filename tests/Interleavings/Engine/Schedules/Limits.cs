namespace NanoExecutor.Interleavings
{
    /// <summary>How far to explore.</summary>
    /// <param name="Preemptions">The bound of the depth-first search.</param>
    /// <param name="Random">Schedules to draw beyond the bound.</param>
    /// <param name="Seed">Of the lot.</param>
    internal sealed record Limits(int Preemptions, int Random, int Seed);
}
