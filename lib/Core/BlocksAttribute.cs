using System;

namespace NanoExecutor
{
    /// <summary>
    /// Marks a member that may block its thread, or a delegate that may be filled with one that does: it is for threads,
    /// and not for tasks and interrupts. tests/AllocationProof proves that no poll and no interrupt gets to what blocks;
    /// the members with this mark are listed there with their reason.
    /// </summary>
    /// <remarks>
    /// It is no exemption for a caller: a poll that calls such a member is a finding. Put on an abstract or virtual
    /// member it speaks for every override. A mark on a member that does not block is refused.
    /// </remarks>
    [AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Delegate, Inherited = false)]
    public sealed class BlocksAttribute : Attribute
    {
        /// <summary>Says what is waited for.</summary>
        /// <param name="why">What it waits for, in a few words: it is printed beside the name of the member.</param>
        public BlocksAttribute(string why)
        {
            Why = why;
        }

        /// <summary>What the member waits for.</summary>
        public string Why { get; }
    }
}
