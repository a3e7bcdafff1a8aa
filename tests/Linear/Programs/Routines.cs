using System;
using NanoExecutor;
using NanoExecutor.LinearProof;

namespace Routines
{
    // Routines that await routines, created once and started again; faults and cancellations pass through.
    public sealed partial class Program : Routine
    {
        private readonly Stage s;
        private readonly Middle _middle;
        private readonly Bare _bare;

        public Program(Stage stage)
        {
            s = stage;
            _middle = new Middle(s);
            _bare = new Bare(s);
        }

        [Linear]
        private int Body(int a)
        {
            int total = 0;
            for (int i = 0; i < 3; i++)
            {
                total += i;
                int more = Await(_middle.Start(i, total));
                total += more;
                Await(_bare.Start());
                try
                {
                    Await(_middle.Start(-1));
                }
                catch (FaultB fault)
                {
                    s.Do(1, fault.Code);
                }
            }

            return total;
        }
    }

    public sealed partial class Middle : Routine
    {
        private readonly Stage s;
        private readonly Inner _inner;

        public Middle(Stage stage)
        {
            s = stage;
            _inner = new Inner(s);
        }

        [Linear]
        private int Body(int number, int start = 7)
        {
            if (number < 0)
            {
                s.Risk(10);
            }

            start += number;
            number = Await(_inner.Start(start));
            Await(s.Step(11));
            return number + start;
        }
    }

    public sealed partial class Inner : Routine
    {
        private readonly Stage s;

        public Inner(Stage stage)
        {
            s = stage;
        }

        [Linear]
        private int Body(int number)
        {
            try
            {
                if (Await(s.Flag(12)))
                {
                    return Await(s.Number(13));
                }
            }
            finally
            {
                s.Do(14, number);
            }

            return number;
        }
    }

    public sealed partial class Bare : Routine
    {
        private readonly Stage s;

        public Bare(Stage stage)
        {
            s = stage;
        }

        [Linear]
        private void Body()
        {
            if (s.Test(15)) return;
            Await(s.Step(16));
        }
    }
}
