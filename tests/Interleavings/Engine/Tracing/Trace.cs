namespace NanoExecutor.Interleavings
{
    /// <summary>One step of one actor.</summary>
    /// <param name="Actor">Who.</param>
    /// <param name="Verb">Reads, writes, waits.</param>
    /// <param name="Location">Where; null for a step that touches no memory.</param>
    /// <param name="Value">What was read or written.</param>
    internal readonly record struct TraceStep(string Actor, string Verb, Location? Location, string Value);

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

    /// <summary>Prints a schedule step by step.</summary>
    internal static class TracePrinter
    {
        // Of a schedule that goes on and on the middle says nothing.
        private const int MaxAtOneEnd = 150;

        /// <summary>Steps at locations that only one actor touched are left out.</summary>
        internal static void Print(Trace trace, TextWriter output)
        {
            TraceStep[] steps = [.. trace.Steps.Where(IsShown)];
            int actors = steps.Length == 0 ? 0 : steps.Max(step => step.Actor.Length);
            int last = steps.Length - MaxAtOneEnd;
            string before = "";
            for (int index = 0; index < steps.Length; index++)
            {
                if (index == MaxAtOneEnd && index < last)
                {
                    output.WriteLine($"        ... {last - index} steps not shown");
                    index = last;
                    before = "";
                }

                TraceStep step = steps[index];
                string actor = step.Actor == before ? "" : step.Actor;
                before = step.Actor;
                string what = step.Location == null ? step.Verb : $"{step.Verb} {step.Location.Name} = {step.Value}";
                output.WriteLine($"  {index + 1,4}  {actor.PadRight(actors)}  {what}");
            }
        }

        private static bool IsShown(TraceStep step)
        {
            return step.Location == null || step.Location.IsRegister || step.Location.WasMetAt;
        }
    }
}
