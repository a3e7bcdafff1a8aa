using System;
using NanoExecutor;
using NanoExecutor.LinearProof;

namespace PatternsAcross
{
    // Patterns of every kind, on locals and parameters that are kept, with what they declare used behind an Await.
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
            object item = s.Thing(1);
            int sum = 0;
            Await(s.Step(2));
            if (item is Coin coin)
            {
                Await(s.Step(3));
                sum += coin.Worth;
            }

            if (item is Coin { Worth: var worth } and not null)
            {
                Await(s.Step(4));
                sum += worth;
            }

            if ((object)a is int number && number > 2)
            {
                Await(s.Step(5));
                sum += number;
            }

            if (item is Key { Worth: > 1 and var high } key)
            {
                Await(s.Step(6));
                sum += high + key.Worth;
            }

            if (item is Coin(var whole, var half))
            {
                Await(s.Step(7));
                sum += whole - half;
            }

            if ((item is Coin first ? s.Thing(first.Worth) : item) is Key second && second.Worth is var third)
            {
                Await(s.Step(8));
                sum += third + second.Worth;
            }

            while (s.Turn(9) && s.Thing(10) is Coin { Worth: < 5 and var small } found)
            {
                Await(s.Step(11));
                sum += small + found.Worth;
            }

            if (s.Thing(12) is not (not Key kept))
            {
                Await(s.Step(13));
                sum += kept.Worth;
            }

            object other = s.Thing(14);
            if (other is not Coin { Worth: var left } rest)
            {
                Await(s.Step(15));
                return sum;
            }

            Await(s.Step(16));
            sum += left + rest.Worth;
            Await(other switch { Coin one => s.Number(one.Worth), Key { Worth: var two } => s.Number(two), _ => s.Number(17) });
            switch (s.Thing(18))
            {
                case Coin { Worth: var three } when s.Thing(19) is Key four && four.Worth > three:
                    Await(s.Step(20));
                    return sum + three + four.Worth;
                case Coin five when s.Test(21):
                case Key six when six.Worth > 2:
                    Await(s.Step(22));
                    break;
                case null:
                    break;
            }

            bool both = other is Coin seven && seven.Worth > 1;
            Await(s.Step(23));
            return both ? sum : -sum;
        }
    }
}
