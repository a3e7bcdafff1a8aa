using System;
using NanoExecutor;
using NanoExecutor.LinearProof;

namespace Gotos
{
    // Jumps within a part that has no Await, between variables that are kept across one.
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
            int sum = 0, turns = a;
            Await(s.Step(1));
        more:
            sum += turns;
            turns = s.Value(2);
            if (s.Turn(3)) goto more;
            Await(s.Step(4));
            {
            done:
                s.Do(5, sum);
                int local = sum;
                if (s.Turn(6) && local > 3)
                {
                    goto done;
                }
            }

            while (s.Turn(7))
            {
                for (int i = 0; i < 3; i++)
                {
                    for (int k = 0; k < 3; k++)
                    {
                        if (s.Test(8)) goto found;
                        sum++;
                    }
                }

            found:
                s.Do(9, sum);
                Await(s.Step(10));
            }

            switch (s.Value(11))
            {
                case 0:
                    sum++;
                    goto case 2;
                case 1:
                    goto default;
                case 2:
                    sum += 5;
                    break;
                default:
                    sum--;
                    break;
            }

            try
            {
            done:
                s.Risk(12);
                if (s.Turn(13)) goto done;
            }
            catch (FaultA fault)
            {
                Await(s.Step(14));
            again:
                sum += fault.Code;
                if (s.Turn(15)) goto again;
            }

            Await(s.Step(16));
            return sum + turns;
        }
    }
}
