namespace NanoExecutor.Interleavings.Building
{
    /// <summary>The program cannot do its work: an input is missing or does not fit. Not a finding.</summary>
    internal sealed class ToolException(string message) : Exception(message);
}
