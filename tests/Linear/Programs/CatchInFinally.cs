using System;
using NanoExecutor;
using NanoExecutor.LinearProof;

namespace CatchInFinally
{
    // A try in a finally block that awaits: entered before a cancellation its catch blocks do not see it, entered during one
    // they catch what is thrown there.
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
                Await(s.Step(1));
            }
            finally
            {
                try
                {
                    s.Risk(2);
                    using (s.Open(3))
                    {
                        s.Risk(4);
                        Await(s.Step(5));
                    }

                    Await(s.Step(6));
                }
                catch (FaultA) when (a > 1)
                {
                    s.Do(7);
                }
                catch (FaultB fault)
                {
                    s.Do(8, fault.Code);
                    Await(s.Step(9));
                    s.Do(10);
                }

                s.Do(11);
                try
                {
                    s.Risk(12);
                    Await(s.Step(13));
                }
                catch
                {
                    s.Do(14);
                }

                s.Do(15);
            }

            return a;
        }
    }
}
