namespace NanoExecutor.AllocationProof.Costs
{
    /// <summary>The rule of ownership: one protocol is written by several threads, and nothing else.</summary>
    internal static class SharingRules
    {
        public static readonly Rule Outside = new(
            "write-from-interrupt",
            "a field outside the wake protocol is written from an interrupt or any thread",
            "set a bit with Waker.Wake or Reactor.Raise and let the task write, or give the reason in SharedFields.tsv");

        public static readonly Rule Stale = new(
            "stale-shared-field", "SharedFields.tsv names what is not there any more", "remove or correct the line");
    }
}
