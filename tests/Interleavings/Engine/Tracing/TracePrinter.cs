namespace NanoExecutor.Interleavings
{
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
