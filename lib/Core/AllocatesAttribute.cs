using System;

namespace NanoExecutor
{
    /// <summary>
    /// Marks a member as part of setting up: it may allocate, and belongs before <see cref="Executor.Run"/>. Every
    /// public member of the library without this mark, constructors excepted, is proved by tests/AllocationProof to
    /// allocate nothing; those with it are listed there with their reason.
    /// </summary>
    /// <remarks>
    /// It is no exemption for a caller: a poll that reaches such a member is still a finding. Put on an abstract or
    /// virtual member it speaks for every override. A mark on a member that allocates nothing is refused.
    /// </remarks>
    [AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Event, Inherited = false)]
    public sealed class AllocatesAttribute : Attribute
    {
        /// <summary>Says what is made, and when.</summary>
        /// <param name="why">What it allocates, in a few words: it is printed beside the name of the member.</param>
        public AllocatesAttribute(string why)
        {
            Why = why;
        }

        /// <summary>What the member allocates.</summary>
        public string Why { get; }
    }
}
