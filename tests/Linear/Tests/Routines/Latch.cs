namespace NanoExecutor.LinearProof
{
    /// <summary>A future that is opened by hand.</summary>
    internal sealed class Latch : Future
    {
        private Waker? _waker;

        public bool IsOpen { get; set; }

        public Exception? Fault { get; set; }

        public int Cancels { get; private set; }

        public int Detaches { get; private set; }

        public override Poll Poll(Waker waker)
        {
            _waker = waker;
            if (Fault != null)
            {
                throw Fault;
            }

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

        public void Open()
        {
            IsOpen = true;
            _waker!.Wake();
        }
    }
}
