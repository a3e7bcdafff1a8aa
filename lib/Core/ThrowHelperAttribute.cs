using System;

namespace NanoExecutor
{
    /// <summary>
    /// Marks code that runs only when something has gone wrong. It may allocate; tests/AllocationProof, which proves
    /// that the rest does not, passes over it and lists it.
    /// </summary>
    /// <remarks>
    /// So that the mark hides nothing, such a method never returns, or returns an exception that is thrown at once, or
    /// is called in a catch block. It counts where the method is called by its name; on a method that overrides another
    /// or fills a delegate only if it is handed the exception, as a <see cref="FaultHook"/> is.
    /// </remarks>
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
    public sealed class ThrowHelperAttribute : Attribute
    {
    }
}
