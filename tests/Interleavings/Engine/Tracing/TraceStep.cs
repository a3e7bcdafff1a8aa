namespace NanoExecutor.Interleavings
{
    /// <summary>One step of one actor.</summary>
    /// <param name="Actor">Who.</param>
    /// <param name="Verb">Reads, writes, waits.</param>
    /// <param name="Location">Where; null for a step that touches no memory.</param>
    /// <param name="Value">What was read or written.</param>
    internal readonly record struct TraceStep(string Actor, string Verb, Location? Location, string Value);
}
