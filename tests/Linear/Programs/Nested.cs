using System;

namespace Nested
{
    using NanoExecutor;
    using NanoExecutor.LinearProof;
    using Number = System.Int32;
    using static NanoExecutor.LinearProof.Colour;

    // Routines inside other types, in a namespace with usings of its own; one of them an expression.
    public sealed partial class Program : Routine
    {
        private readonly Stage s;
        private readonly Part.Deep _deep;
        private readonly Part.Short _short;

        public Program(Stage stage)
        {
            s = stage;
            _deep = new Part.Deep(s);
            _short = new Part.Short(s);
        }

        [Linear]
        private Number Body(Number a)
        {
            Number sum = Await(_deep.Start(a));
            Colour colour = Await(s.Colour(1));
            if (colour == Green)
            {
                Number more = Await(s.Number(2));
                sum += more;
            }

            Number last = Await(_short.Start(Red));
            return sum + last;
        }

        private static partial class Part
        {
            internal sealed partial class Deep : Routine
            {
                private readonly Stage s;

                internal Deep(Stage stage)
                {
                    s = stage;
                }

                [Linear]
                private Number Body(Number a)
                {
                    Number twice = a * 2;
                    Await(s.Step(3));
                    return twice;
                }
            }

            internal sealed partial class Short : Routine
            {
                private readonly Stage s;

                internal Short(Stage stage)
                {
                    s = stage;
                }

                [Linear]
                private int Body(Colour colour) => Await(s.Number((int)colour + 4));
            }
        }
    }
}
