namespace NanoExecutor.Interleavings
{
    /// <summary>
    /// An object whose fields are watched. Every class of the library and of the scenarios is made one.
    /// </summary>
    public interface ITracked
    {
        /// <summary>The same in every schedule; 0 while the object is being made.</summary>
        int TrackedId { get; }
    }
}
