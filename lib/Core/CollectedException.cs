using System;

namespace NanoExecutor
{
    /// <summary>
    /// Leaves the hot path of the loop when the heap has been collected, for a place where it may allocate. Nobody outside
    /// sees it.
    /// </summary>
    internal sealed class CollectedException : Exception
    {
    }
}
