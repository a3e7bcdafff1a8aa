using System;

namespace NanoExecutor
{
    // What the wait queues throw.
    internal static partial class Throw
    {
        internal static Exception LineOfAnother()
        {
            return new InvalidOperationException(
                "Tasks of another executor wait here; the tasks that wait for one primitive belong to one executor. Use a "
                + "channel or a signal to reach another.");
        }
    }
}
