namespace NanoExecutor.LinearProof
{
    /// <summary>
    /// The text of a test program: a namespace of its name with a class Program, a Routine made with a Stage, whose [Linear] method
    /// takes an int and returns one.
    /// </summary>
    public sealed record ProgramSource(string Name, string Text);
}
