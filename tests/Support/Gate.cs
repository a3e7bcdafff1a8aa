namespace NanoExecutor.Tests
{
    /// <summary>Ready once it was opened. Keeps the waker of its latest poll and counts what is done to it.</summary>
    internal sealed class Gate : Future
    {
        internal bool IsOpen;
        internal int Polls;
        internal int Cancels;
        internal int Detaches;
        internal Waker Waker;

        public override Poll Poll(Waker waker)
        {
            Polls++;
            Waker = waker;
            return IsOpen ? Ready : Pending;
        }

        public override void Cancel()
        {
            Cancels++;
        }

        public override void Detach()
        {
            Detaches++;
        }

        internal void Open()
        {
            IsOpen = true;
            Waker.Wake();
        }
    }
}
