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
}
