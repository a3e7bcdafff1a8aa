using System;
using NanoExecutor;
using NanoExecutor.LinearProof;

namespace Locals
{
    // Locals of one name in many places; some live across an Await, some do not.
    public sealed partial class Program : Routine
    {
        private readonly Stage s;
        private readonly int _base = 4;

        public Program(Stage stage)
        {
            s = stage;
        }

        [Linear]
        private int Body(int a)
        {
            int x = a;
            {
                int y = x + 1;
                Await(s.Step(1));
                s.Do(2, y);
            }

            {
                int y = x + 2, z = y * 2;
                s.Do(3, y + z);
                Await(s.Step(4));
                int w = y;
                if (w > 3)
                {
                    int v = w * 2;
                    s.Do(5, v);
                }
            }

            int state = s.Value(6);
            int waker = 3;
            {
                string y = "text" + state;
                Await(s.Step(7));
                s.Do(8, y.Length);
            }

            int late;
            if (s.Test(9)) late = 1;
            else late = Await(s.Number(10));
            Await(s.Step(11));
            int unused = Await(s.Number(12));
            int[] array = { 1, 2, waker }, other = new int[2];
            array[state % 3] = late;
            Await(s.Step(13));
            other[0] = array[2];
            s.Get(14, out int got);
            s.Get(15, out var more);
            s.Do(16, got);
            Await(s.Step(17));
            s.Get(18, out late);
            const int Limit = 3;
            const int Twice = Limit * 2;
            Func<int, int> twice = value => value * Twice;
            state += twice(late);
            x += Limit + nameof(state).Length;
            lock (this) { x++; }
            unchecked { x = x * 31 + state; }
            _ = x++;
            return x + more + array[0] + other[0] + Scale(late);

            int Scale(int value)
            {
                int y = value * Limit;
                return y + _base;
            }
        }
    }
}
