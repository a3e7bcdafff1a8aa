namespace NanoExecutor.AllocationProof.SelfTest
{
    /// <summary>Where the program of a case stands.</summary>
    internal enum Setting
    {
        /// <summary>In an assembly of its own; both are proved.</summary>
        BesideTheLibrary,

        /// <summary>In the assembly of the library.</summary>
        InTheLibrary,

        /// <summary>In an assembly of its own, which alone is proved.</summary>
        Alone,
    }
}
