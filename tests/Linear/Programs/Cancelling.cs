using System;
using NanoExecutor;
using NanoExecutor.LinearProof;

namespace Cancelling
{
    // What runs when a routine is cancelled: finally blocks, from the inside out, and no catch around an Await.
    public sealed partial class Program : Routine
    {
        private readonly Stage s;
        private readonly Child _child;

        public Program(Stage stage)
        {
            s = stage;
            _child = new Child(s);
        }

        [Linear]
        private int Body(int a)
        {
            try
            {
                try
                {
                    Await(s.Step(1));
                    try
                    {
                        using (s.Open(2))
                        {
                            Await(_child.Start(a));
                        }
                    }
                    catch (Exception)
                    {
                        s.Do(3);
                    }
                    finally
                    {
                        try
                        {
                            s.Risk(4);
                        }
                        catch (FaultA)
                        {
                            s.Do(5);
                        }

                        s.Do(6);
                        Await(s.Step(7));
                        s.Do(8);
                    }
                }
                catch (FaultA) when (s.Test(9))
                {
                    s.Do(10);
                    Await(s.Step(11));
                }
                finally
                {
                    s.Do(12);
                    Await(_child.Start(1));
                    s.Do(13);
                }
            }
            finally
            {
                s.Do(14);
            }

            return 15;
        }
    }

    public sealed partial class Child : Routine
    {
        private readonly Stage s;

        public Child(Stage stage)
        {
            s = stage;
        }

        [Linear]
        private int Body(int a)
        {
            try
            {
                Await(s.Step(20));
                s.Do(21, a);
                Await(s.Number(22));
            }
            catch (FaultA)
            {
                s.Do(23);
            }
            finally
            {
                s.Do(24);
                s.Risk(25);
                Await(s.Step(26));
                s.Do(27);
            }

            return a + 1;
        }
    }
}
