namespace NanoExecutor.Interleavings
{
    /// <summary>A store on its way to memory.</summary>
    /// <param name="Location">Where to.</param>
    /// <param name="Bits">What.</param>
    /// <param name="Reference">What, if that is a reference.</param>
    /// <param name="Release">It waits for all stores before it.</param>
    /// <param name="Text">What, for a schedule that is printed.</param>
    internal readonly record struct BufferedStore(
        Location Location, ulong Bits, object? Reference, bool Release, string? Text);
}
