namespace NanoExecutor.LinearProof
{
    /// <summary>Stands in line for a semaphore, and throws at its second poll.</summary>
    internal sealed class Queueing(SemaphoreAcquire acquire) : Future
    {
        private readonly FaultA _fault = new(1);
        private bool _polled;

        public override Poll Poll(Waker waker)
        {
            if (_polled)
            {
                throw _fault;
            }

            _polled = true;
            return acquire.Poll(waker);
        }

        public override void Cancel()
        {
            _polled = false;
            acquire.Cancel();
        }
    }
}
