namespace NanoExecutor.AllocationProof.Costs
{
    /// <summary>The rule of time: who is polled, or is called from an interrupt, keeps nobody waiting.</summary>
    internal static class BlockingRules
    {
        public static readonly Rule Call = new(
            "blocking-call",
            "a call that can block: every task waits with it, or every interrupt",
            "await a future (Delay, SourceWait, Mutex …), or have a Worker make the call on its thread");

        public static readonly Rule NeedlessMark = new(
            "needless-blocks", "marked [Blocks] but it does not block", "remove the mark, so that tasks may call it");
    }
}
