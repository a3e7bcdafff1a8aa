namespace NanoExecutor.LinearProof
{
    internal sealed partial class Inner(Latch latch) : Routine
    {
        private readonly Yield _yield = new();
        private int _runs;

        [Linear]
        private int Body(int seed, int turn)
        {
            try
            {
                Await(_yield);
                try
                {
                    if (turn == 1)
                    {
                        return seed;
                    }

                    Await(latch);
                }
                finally
                {
                    Await(_yield);
                }
            }
            finally
            {
                _runs++;
            }

            return seed + turn;
        }
    }

    /// <summary>Each turn pending once, through a routine with finally blocks of both kinds.</summary>
    internal sealed partial class Outer(Latch latch) : Routine
    {
        private readonly Inner _inner = new(latch);

        [Linear]
        private int Body(int seed)
        {
            int sum = 0;
            for (int i = 0; i < 3; i++)
            {
                int value = Await(_inner.Start(seed, i));
                sum += value;
            }

            return sum;
        }
    }

    /// <summary>Awaits any future within two finally blocks and a catch block.</summary>
    internal sealed partial class Guarding(Future future) : Routine
    {
        public string Log { get; private set; } = "";

        /// <summary>What the inner finally block throws; null for nothing.</summary>
        public Exception? Thrown { get; set; }

        [Linear]
        private void Body()
        {
            try
            {
                try
                {
                    Await(future);
                }
                finally
                {
                    Leave('i');
                }
            }
            catch (FaultA)
            {
                Leave('c');
            }
            finally
            {
                Leave('o');
            }
        }

        private void Leave(char block)
        {
            Log += block;
            if (block == 'i' && Thrown != null)
            {
                throw Thrown;
            }
        }
    }

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
