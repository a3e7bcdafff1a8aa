namespace NanoExecutor.Interleavings
{
    // Mutants of the machine, not of the library.
    internal sealed partial class Execution
    {
        private readonly string? _brokenPromise;

        internal bool Breaks(string promise)
        {
            return _brokenPromise == promise;
        }
    }
}
