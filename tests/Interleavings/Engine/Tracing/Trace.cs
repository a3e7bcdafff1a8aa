namespace NanoExecutor.Interleavings
{
    /// <summary>The steps of one schedule, for people.</summary>
    internal sealed class Trace
    {
        private readonly List<TraceStep> _steps = [];

        internal IReadOnlyList<TraceStep> Steps => _steps;

        internal void Add(Actor? actor, string verb, Location? location, string? value)
        {
            _steps.Add(new TraceStep(actor?.Name ?? "", verb, location, value ?? ""));
        }
    }
}
