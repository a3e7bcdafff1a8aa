using System;

namespace NanoExecutor.Boards.Virtual
{
    /// <summary>
    /// Marks code that runs only when something has gone wrong, as the library's attribute of this name does.
    /// </summary>
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
    internal sealed class ThrowHelperAttribute : Attribute
    {
    }
}
