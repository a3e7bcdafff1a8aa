using System;
using NanoExecutor;
using NanoExecutor.LinearProof;

namespace AwaitedFinally
{
    // finally with Await: every way out passes through it, exceptions are kept and replaced.
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
            int turns = 0;
            for (int i = 0; i < 3; i++)
            {
                try
                {
                    try
                    {
                        Await(s.Step(1));
                        turns++;
                        if (s.Test(2)) continue;
                        if (s.Test(3)) break;
                        if (s.Test(4)) return Await(s.Number(5));
                        if (s.Test(6)) return turns + 100;
                        s.Risk(7);
                    }
                    finally
                    {
                        s.Do(8);
                        Await(s.Step(9));
                        s.Do(10, turns);
                        if (s.Test(11)) s.Risk(12);
                        try
                        {
                            Await(s.Step(13));
                        }
                        finally
                        {
                            s.Do(14);
                            Await(s.Number(15));
                            s.Do(16);
                        }

                        s.Do(17);
                    }

                    s.Do(18);
                }
                catch (FaultA fault)
                {
                    s.Do(19, fault.Code);
                }
                finally
                {
                    s.Do(20);
                }
            }

            try
            {
                s.Risk(21);
            }
            finally
            {
                Await(s.Step(22));
            }

            return turns;
        }
    }
}
