namespace NanoExecutor.Tests
{
    /// <summary>Its polls return what no poll may.</summary>
    internal sealed class Odd : Future
    {
        internal const string Message = "Odd.Poll returned 5; return Pending (0) or Ready (1).";

        internal int Cancels;

        public override Poll Poll(Waker waker)
        {
            return (Poll)5;
        }

        public override void Cancel()
        {
            Cancels++;
        }
    }
}
