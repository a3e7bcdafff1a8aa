using NanoExecutor.Interleavings.Building;

namespace NanoExecutor.Interleavings.Runs
{
    /// <summary>What came of one mutant in one variant.</summary>
    /// <param name="Mutant">Which.</param>
    /// <param name="Variant">Where.</param>
    /// <param name="Caught">The scenario that noticed; null if none did.</param>
    /// <param name="Schedules">Schedules run until then.</param>
    /// <param name="Elapsed">Time until then, the compilation included.</param>
    internal sealed record MutantResult(
        Mutant Mutant, Variant Variant, ScenarioResult? Caught, long Schedules, TimeSpan Elapsed);
}
