namespace NanoExecutor.LinearProof
{
    /// <summary>Its polls return what no poll may. It has nothing that would have to be cancelled.</summary>
    internal sealed class Fives : Future
    {
        private int _polls;

        public override Poll Poll(Waker waker)
        {
            _polls++;
            return (Poll)5;
        }
    }

    /// <summary>Awaits a future of which the compiler knows the class.</summary>
    internal sealed partial class AwaitsFives : Routine
    {
        private readonly Fives _fives = new();

        [Linear]
        private void Body()
        {
            Await(_fives);
        }
    }

    /// <summary>Awaits as often as it is told, with a finally block each time.</summary>
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

    /// <summary>Awaits whatever it is given.</summary>
    internal sealed partial class Cycle : Routine
    {
        public Cycle? Next { get; set; }

        [Linear]
        private void Body()
        {
            Await(Next!);
        }
    }

    /// <summary>Awaits one future, then another.</summary>
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

    /// <summary>Has a ref local between two Awaits.</summary>
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

    /// <summary>Awaits once.</summary>
    internal sealed partial class Waiting(Latch latch) : Routine
    {
        private readonly Latch _latch = latch;

        [Linear]
        private void Body()
        {
            Await(_latch);
        }
    }
}
