using System;
using NanoExecutor;
using NanoExecutor.LinearProof;

namespace Endless
{
    // A loop without end is left by return, a fault or a cancellation.
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
            try
            {
                while (true)
                {
                    Await(s.Step(1));
                    if (!s.Turn(2))
                    {
                        return Await(s.Number(3));
                    }

                    s.Risk(4);
                }
            }
            finally
            {
                s.Do(5);
            }
        }
    }
}
