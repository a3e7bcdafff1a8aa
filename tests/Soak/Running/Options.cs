namespace NanoExecutor.Soak.Running
{
    /// <summary>What a run is made from.</summary>
    /// <param name="Seed">All that is random follows from it.</param>
    /// <param name="Minutes">How long, of simulated time.</param>
    /// <param name="Tasks">How many; 0 for a world of any kind, as the seed says.</param>
    /// <param name="Sabotage">What it does wrong on purpose.</param>
    internal sealed record Options(ulong Seed, int Minutes, int Tasks, Sabotage Sabotage = Sabotage.None);
}
