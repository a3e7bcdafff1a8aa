using System;
using NanoExecutor;
using NanoExecutor.LinearProof;

namespace Usings
{
    // using: statement and declaration, with and without a variable, several, null.
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
            using (Resource first = s.Open(1), second = s.Open(2))
            {
                Await(s.Step(3));
                sum += first == null ? 0 : first.Id;
                s.Risk(4);
            }

            using (s.Open(5))
            using (var third = s.Open(6))
            {
                if (s.Test(7)) return sum;
                Await(s.Step(8));
            }

            for (int i = 0; i < 2; i++)
            {
                s.Do(9);
                using var fourth = s.Open(10);
                sum += fourth == null ? 1 : fourth.Id;
                if (s.Test(11)) continue;
                Await(s.Step(12));
                using Resource fifth = s.Open(13), sixth = s.Open(14);
                s.Do(15, sum);
            }

            if (s.Test(16))
            {
                int before = s.Value(17);
                using var seventh = s.Open(18);
                int after = before + 1;
                if (after > 4) return after;
                sum += after;
            }

            using (s.Open(19)) sum++;
            using var last = s.Open(20);
            Await(s.Step(21));
            return sum;
        }
    }
}
