using System;

namespace NanoExecutor
{
    /// <summary>
    /// Marks a method that allocates so rarely that it does no harm to a program that makes no garbage otherwise: once in its
    /// life, or when somebody asks what it is doing. tests/AllocationProof does not look into it, wherever it is called, and
    /// lists it with its reason.
    /// </summary>
    [AttributeUsage(AttributeTargets.Method, Inherited = false)]
    public sealed class AllocatesRarelyAttribute : Attribute
    {
        /// <summary>Says what is made, and when.</summary>
        /// <param name="why">What it allocates and how often, in a few words.</param>
        public AllocatesRarelyAttribute(string why)
        {
            Why = why;
        }

        /// <summary>What the method allocates, and how often.</summary>
        public string Why { get; }
    }
}
