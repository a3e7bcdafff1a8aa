using NanoExecutor.Interleavings.Building;

namespace NanoExecutor.Interleavings.Runs
{
    /// <summary>What came of one scenario in one build.</summary>
    internal sealed record ScenarioResult(
        Variant Variant, Mutant? Mutant, string Scenario, Exploration Numbers, Failure? Failure);
}
