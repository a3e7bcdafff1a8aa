namespace NanoExecutor.LinearProof
{
    /// <summary>What is allowed at a place in a random program.</summary>
    internal sealed record Place
    {
        public int Depth { get; init; }

        public bool HasResult { get; init; }

        /// <summary>Whether there are other routines to await.</summary>
        public bool IsMain { get; init; }

        public bool CanBreak { get; init; }

        public bool CanContinue { get; init; }

        public bool CanRethrow { get; init; }

        public bool InFinally { get; init; }

        public Place Deeper()
        {
            return this with { Depth = Depth + 1 };
        }

        public Place InLoop()
        {
            return this with { CanBreak = true, CanContinue = true };
        }

        public Place Finally()
        {
            return this with { InFinally = true, CanBreak = false, CanContinue = false, CanRethrow = false };
        }
    }
}
