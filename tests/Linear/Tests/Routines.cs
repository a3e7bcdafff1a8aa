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

    internal sealed partial class Waiting(Latch latch) : Routine
    {
        private readonly Latch _latch = latch;

        [Linear]
        private void Body()
        {
            Await(_latch);
        }
    }

    internal sealed partial class Counting(Latch latch) : Routine
    {
        public int Cleanups { get; private set; }

        [Linear]
        private int Body(int to)
        {
            int count = 0;
            for (; count < to; count++)
            {
                try
                {
                    Await(latch);
                }
                finally
                {
                    Cleanups++;
                }
            }

            return count;
        }
    }

    internal sealed partial class Pair(Latch first, Latch second) : Routine
    {
        private readonly Latch _first = first;

        [Linear]
        private void Body()
        {
            Await(_first);
            Await(second);
        }
    }

    internal sealed partial class Cycle : Routine
    {
        public Cycle? Next { get; set; }

        [Linear]
        private void Body()
        {
            Await(Next!);
        }
    }

    internal sealed partial class Referring(Latch latch) : Routine
    {
        public int[] Values { get; } = [4, 5];

        [Linear]
        private void Body()
        {
            Await(latch);
            ref int value = ref Values[1];
            value++;
            Await(latch);
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
}
