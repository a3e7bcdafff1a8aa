namespace NanoExecutor.Interleavings
{
    /// <summary>
    /// Arguments for the constructor of a scenario, which is explored once for each: small numbers of places, items,
    /// waiters or polls, a slot beside the edge of a group, or what a hook does.
    /// </summary>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class CaseAttribute : Attribute
    {
        /// <summary>One more case.</summary>
        /// <param name="arguments">One for each parameter.</param>
        public CaseAttribute(params object[] arguments)
        {
            Arguments = arguments;
        }

        internal object[] Arguments { get; }
    }
}
