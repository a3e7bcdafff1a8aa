namespace NanoExecutor.Interleavings.Building
{
    /// <summary>A piece of a source file and what stands there in a mutant.</summary>
    internal sealed record Patch(string File, string Old, string New)
    {
        /// <summary>Applies it to the text of the file, in which the old piece must stand exactly once.</summary>
        internal string Apply(string text, string mutant)
        {
            int first = text.IndexOf(Old, StringComparison.Ordinal);
            if (first < 0 || text.IndexOf(Old, first + 1, StringComparison.Ordinal) >= 0)
            {
                throw new ToolException(
                    $"Mutant {mutant} no longer fits {File}: the text it replaces stands there "
                    + (first < 0 ? "nowhere" : "more than once") + "; bring the mutant in step with the code:"
                    + Environment.NewLine + Old);
            }

            return string.Concat(text.AsSpan(0, first), New, text.AsSpan(first + Old.Length));
        }
    }
}
