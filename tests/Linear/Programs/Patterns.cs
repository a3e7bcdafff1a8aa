using System;
using NanoExecutor;
using NanoExecutor.LinearProof;

namespace Patterns
{
    // Variables that expressions declare, used beside an Await and behind it.
    public sealed partial class Program : Routine
    {
        private readonly Stage s;

        public Program(Stage stage)
        {
            s = stage;
        }

        private bool Take(out int value)
        {
            value = s.Value(20);
            return s.Turn(21);
        }

        [Linear]
        private int Body(int a)
        {
            int sum = 0;
            if (s.Thing(1) is Coin coin && coin.Worth > 1)
            {
                Await(s.Step(2));
                sum += coin.Worth;
            }

            if (!(s.Thing(3) is Key key))
            {
                return -1;
            }

            Await(s.Step(4));
            sum += key.Worth;
            while (Take(out int value))
            {
                Await(s.Step(5));
                sum += value;
            }

            if (s.Thing(6) is Coin { Worth: 3 } or Key { Worth: 3 })
            {
                Await(s.Step(7));
            }

            if (s.Thing(8) is Coin { Worth: var worth } && worth > 0)
            {
                s.Do(9, worth);
            }

            object thing = s.Thing(10);
            int known = thing is Coin one ? one.Worth : thing is Key two ? two.Worth : 0;
            Await(s.Step(11));
            Coin made = new(known);
            Await(s.Step(12));
            return sum + made.Worth;
        }
    }
}
