using System;
using NanoExecutor;
using NanoExecutor.LinearProof;

namespace Finally
{
    // finally without Await: run once, whatever the way out, and never while waiting.
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
            while (s.Turn(1))
            {
                turns++;
                try
                {
                    Await(s.Step(2));
                    if (s.Test(3)) continue;
                    if (s.Test(4)) break;
                    try
                    {
                        Await(s.Step(5));
                        if (s.Test(6)) return turns;
                        s.Risk(7);
                    }
                    finally
                    {
                        s.Do(8, turns);
                        if (s.Test(9)) s.Risk(10);
                    }

                    Await(s.Step(11));
                }
                catch (FaultA)
                {
                    s.Do(12);
                    if (s.Test(13)) break;
                }
                finally
                {
                    s.Do(14);
                    for (int i = 0; i < 3; i++)
                    {
                        if (i == 1) continue;
                        s.Do(15, i);
                    }

                    try
                    {
                        s.Risk(16);
                    }
                    catch (FaultB fault)
                    {
                        s.Do(17, fault.Code);
                    }
                }
            }

            return turns;
        }
    }
}
