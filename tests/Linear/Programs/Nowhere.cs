using System;
using NanoExecutor;
using NanoExecutor.LinearProof;

namespace Nowhere
{
    // No Await at all, and code behind the last one that never comes.
    public sealed partial class Program : Routine
    {
        private readonly Stage s;

        public Program(Stage stage)
        {
            s = stage;
        }

        [Linear]
        private int Body(int a)
        {
            int sum = 0;
            for (int i = 0; i < a; i++)
            {
                if (i == 3) break;
                sum += s.Value(1);
            }

            if (sum > 5)
            {
                throw new FaultA(2);
            }

            return sum;
        }
    }
}
