using System;
using NanoExecutor;
using NanoExecutor.LinearProof;

namespace Positions
{
    // Every place where an Await may stand.
    public sealed partial class Program : Routine
    {
        private readonly Stage s;
        private static int s_shared;
        private int _field;

        private int Property
        {
            get => _field;
            set
            {
                s.Do(30, value);
                _field = value;
            }
        }

        public Program(Stage stage)
        {
            s = stage;
        }

        [Linear]
        private int Body(int a)
        {
            int first = Await(s.Number(1)), second, third = Await(s.Number(2));
            second = Await((s.Number(3)));
            _field = Await(s.Number(4));
            this._field += second;
            this._field = Await(s.Number(5));
            s_shared = Await(s.Number(6));
            Program.s_shared = Await(s.Number(7));
            Property = Await(s.Number(8));
            _ = Await(s.Number(9));
            Await(s.Number(10));
            long wide = Await(s.Number(11));
            if (Await(s.Flag(12)))
                Await(s.Step(13));
            else if (!s.Test(14))
                second++;
            while (Await(s.Flag(15)))
            {
                third += 2;
            }

            do
                first--;
            while (Await(s.Flag(16)));
            for (first = Await(s.Number(17)), second = 0; Await(s.Flag(18)); Await(s.Step(19)), second++)
            {
                s.Do(20, second);
            }

            switch (Await(s.Number(21)))
            {
                case 1:
                    return Await(s.Number(22));
                default:
                    break;
            }

            return first + second + third + _field + s_shared + (int)wide;
        }
    }
}
