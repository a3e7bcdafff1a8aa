namespace NanoExecutor.AllocationProof.Costs
{
    /// <summary>The rule of ownership: one protocol is written by several threads, and nothing else.</summary>
    internal static class SharingRules
    {
        public static readonly Rule Outside = new(
            "write-from-interrupt",
            "a field outside the wake protocol is written from an interrupt or any thread",
            "let it set a bit with Waker.Wake or Reactor.Raise, or say in SharedFields.tsv why it is safe");

        public static readonly Rule Stale = new(
            "stale-shared-field", "SharedFields.tsv names what is not there any more", "remove or correct the line");
    }
}
