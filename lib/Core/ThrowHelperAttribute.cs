using System;

namespace NanoExecutor
{
    /// <summary>
    /// Marks code that runs only when something has gone wrong. It may allocate; the proof that the rest does not
    /// passes over it and lists it.
    /// </summary>
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
    internal sealed class ThrowHelperAttribute : Attribute
    {
    }
}
