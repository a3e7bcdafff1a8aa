using System;

namespace NanoExecutor
{
    /// <summary>
    /// Stands in the slot of a task that threw, with its exception, until the slot is given free or restarted. Made before
    /// it is needed, because there may be no memory left then.
    /// </summary>
    internal sealed class FaultedFuture : Future
    {
        internal Future Task;
        internal Exception Exception;

        public override Poll Poll(Waker waker)
        {
            return Pending;
        }
    }
}
