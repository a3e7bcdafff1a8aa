namespace NanoExecutor.LinearProof
{
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
}
