namespace NanoExecutor.AllocationProof.Reading
{
    /// <summary>The proof cannot be made at all: an input is missing or does not say what it must.</summary>
    internal sealed class ProofException : Exception
    {
        public ProofException(string message)
            : base(message)
        {
        }
    }
}
