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

    /// <summary>
    /// A promise that calling the member makes no object on the heap of nanoCLR, nor does anything it calls. The
    /// promise is kept by tests/AllocationProof, which reads the compiled code and prints the whole call path to what
    /// breaks it.
    /// </summary>
    /// <remarks>
    /// On a class it speaks for all its methods and properties, constructors excepted; on an abstract or virtual
    /// member, for every override. It costs no time: nothing reads it on the device.
    /// </remarks>
    [AttributeUsage(
        AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor,
        Inherited = false)]
    public sealed class AllocatesNothingAttribute : Attribute
    {
    }

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

    /// <summary>
    /// Marks code that runs only when something has gone wrong. It may allocate; tests/AllocationProof, which proves
    /// that the rest does not, passes over it and lists it.
    /// </summary>
    /// <remarks>
    /// So that the mark hides nothing, such a method never returns, or returns an exception that is thrown at once, or
    /// is called in a catch block. It counts where the method is called by its name; on a method that overrides another
    /// or fills a delegate only if it is handed the exception, as a <see cref="FaultHook"/> is.
    /// </remarks>
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
    public sealed class ThrowHelperAttribute : Attribute
    {
    }

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
