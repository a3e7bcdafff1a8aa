using System;

namespace NanoExecutor.Benchmarks
{
    /// <summary>What all threads allocate from its making on.</summary>
    internal sealed class Garbage
    {
        internal const long Unknown = -1;

        private readonly long _before = GC.GetTotalAllocatedBytes(true);

        /// <summary>Whether so many operations are enough to tell: any number is.</summary>
        internal bool IsEnough(long operations)
        {
            return operations > 0;
        }

        /// <summary>Bytes since.</summary>
        internal long Stop(long operations)
        {
            return GC.GetTotalAllocatedBytes(true) - _before;
        }
    }
}
