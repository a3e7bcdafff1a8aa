namespace NanoExecutor.AllocationProof.Reach
{
    /// <summary>Who calls a root.</summary>
    internal enum RootKind
    {
        /// <summary>Whoever was promised [AllocatesNothing].</summary>
        Marked,

        /// <summary>The users of the library: by its name, so that a mark on it speaks for what is called.</summary>
        Public,

        /// <summary>The library or a board, through the virtual member that it overrides.</summary>
        Override,

        /// <summary>The library or a board, through a delegate.</summary>
        Hook,

        /// <summary>The platform: a timer, an interrupt, an event.</summary>
        Callback,

        /// <summary>The platform, as the body of a thread.</summary>
        Thread,

        /// <summary>The collector, when the object is garbage.</summary>
        Finalizer,

        /// <summary>Any thread or interrupt, by what its comment says.</summary>
        AnyThread,
    }
}
