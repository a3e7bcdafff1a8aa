namespace NanoExecutor.LinearProof
{
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
}
