using System;
using NanoExecutor;
using NanoExecutor.LinearProof;

namespace Exceptions
{
    // try, catch with Await in every part, filters, rethrow, no match.
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
            int count = 0;
            for (int i = 0; i < 3; i++)
            {
                try
                {
                    s.Risk(1);
                    Await(s.Step(2));
                    count++;
                    s.Risk(3);
                }
                catch (FaultA fault) when (fault.Code != 3)
                {
                    s.Do(4, fault.Code);
                }
                catch (FaultA fault)
                {
                    Await(s.Step(5));
                    s.Do(6, fault.Code + count);
                    if (s.Test(7)) throw;
                    fault = null;
                    if (s.Test(8)) throw new FaultB(9);
                }
                catch (FaultB)
                {
                    try
                    {
                        Await(s.Step(10));
                        s.Risk(11);
                    }
                    catch when (s.Test(12))
                    {
                        Await(s.Step(13));
                        throw;
                    }

                    count += 10;
                }
            }

            try
            {
                s.Risk(14);
            }
            catch (FaultA first)
            {
                Await(s.Step(15));
                try
                {
                    Await(s.Step(16));
                    throw;
                }
                catch (Exception second)
                {
                    s.Do(17, ReferenceEquals(first, second) ? 1 : 0);
                    try
                    {
                        throw;
                    }
                    catch
                    {
                        Await(s.Number(18));
                    }
                }
            }
            catch
            {
                if (s.Test(19)) throw;
                return count;
            }

            return count;
        }
    }
}
