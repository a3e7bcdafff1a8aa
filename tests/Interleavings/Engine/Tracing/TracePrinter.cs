namespace NanoExecutor.Interleavings
{
    /// <summary>Prints a schedule step by step.</summary>
    internal static class TracePrinter
    {
        /// <summary>Steps at locations that only one actor touched are left out.</summary>
        internal static void Print(Trace trace, TextWriter output)
        {
            TraceStep[] steps = [.. trace.Steps.Where(IsShown)];
            int actors = steps.Length == 0 ? 0 : steps.Max(step => step.Actor.Length);
            int number = 0;
            string before = "";
            foreach (TraceStep step in steps)
            {
                string actor = step.Actor == before ? "" : step.Actor;
                before = step.Actor;
                string what = step.Location == null ? step.Verb : $"{step.Verb} {step.Location.Name} = {step.Value}";
                output.WriteLine($"  {++number,4}  {actor.PadRight(actors)}  {what}");
            }
        }

        private static bool IsShown(TraceStep step)
        {
            return step.Location == null || step.Location.IsRegister || step.Location.WasMetAt;
        }
    }
}
