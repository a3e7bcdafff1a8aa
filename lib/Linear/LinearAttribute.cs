using System;

namespace NanoExecutor
{
    /// <summary>
    /// Marks the one method of a <see cref="Routine"/> that is written as straight lines. At compile time it becomes
    /// the <see cref="Future.Poll"/> of the class; the method itself is never called.
    /// </summary>
    /// <remarks>
    /// lib/Generator/README.md lists what may stand in such a method, and every message of the compiler.
    /// </remarks>
    [AttributeUsage(AttributeTargets.Method, Inherited = false)]
    public sealed class LinearAttribute : Attribute
    {
    }
}
