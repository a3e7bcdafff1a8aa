using System;
using NanoExecutor;
using NanoExecutor.LinearProof;

namespace Results
{
    // Values of every kind, from properties, fields, base classes and routines.
    public sealed partial class Program : Routine
    {
        private readonly Stage s;
        private readonly Naming _name;
        private readonly Minting _coin;
        private readonly Timing _time;

        public Program(Stage stage)
        {
            s = stage;
            _name = new Naming(s);
            _coin = new Minting(s);
            _time = new Timing(s);
        }

        [Linear]
        private int Body(int a)
        {
            bool flag = Await(s.Flag(1));
            object thing = Await(s.Give(2));
            var colour = Await(s.Colour(3));
            var text = Await(_name.Start(a));
            Coin coin = Await(_coin.Start());
            double real = Await(s.Number(4));
            long time = Await(_time.Start(a));
            Step plain = s.Number(5);
            Await(plain);
            if (thing is Key)
            {
                s.Do(6);
            }

            while (Await(s.Flag(7)))
            {
                colour = Await(s.Colour(8));
            }

            return (flag ? 1 : 2) + (int)colour + text.Length + (coin == null ? 0 : coin.Worth) + (int)real + (int)(time >> 33);
        }
    }

    public sealed partial class Naming : Routine
    {
        private readonly Stage s;

        public Naming(Stage stage)
        {
            s = stage;
        }

        [Linear]
        private string Body(int number)
        {
            Await(s.Step(10));
            return "n" + number;
        }
    }

    public sealed partial class Minting : Routine
    {
        private readonly Stage s;

        public Minting(Stage stage)
        {
            s = stage;
        }

        [Linear]
        private Coin Body()
        {
            var thing = Await(s.Give(11));
            return thing as Coin;
        }
    }

    public sealed partial class Timing : Routine
    {
        private readonly Stage s;

        public Timing(Stage stage)
        {
            s = stage;
        }

        [Linear]
        private long Body(long start)
        {
            int steps = Await(s.Number(12));
            return (start << 34) + steps;
        }
    }
}
