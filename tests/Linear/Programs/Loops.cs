using System;
using NanoExecutor;
using NanoExecutor.LinearProof;

namespace Loops
{
    // break and continue out of and within every loop.
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
            int total = 0;
            for (int i = 0; i < 4; i++)
            {
                if (s.Test(1))
                {
                    continue;
                }

                total += i;
                Await(s.Step(2));
                if (s.Test(3)) break;
                for (int j = 0, k = i; j < 2; j++, k--)
                {
                    if (Await(s.Flag(4)))
                    {
                        s.Do(5, k);
                        break;
                    }

                    while (true)
                    {
                        if (!s.Turn(6)) break;
                        if (s.Test(7)) continue;
                        Await(s.Step(8));
                        total++;
                    }
                }
            }

            int left = 3;
            do
            {
                if (--left == 1) continue;
                Await(s.Step(9));
                s.Do(10, left);
            }
            while (left > 0);

            for (;;)
            {
                Await(s.Step(11));
                if (s.Value(12) < 5) break;
            }

            while (s.Turn(13)) { total++; }
            while (total < 100)
            {
                Await(s.Step(14));
                for (int i = 0; i < 3; i++) { if (i == 2) break; total += 50; }
                if (s.Test(15)) return total;
            }

            return total;
        }
    }
}
