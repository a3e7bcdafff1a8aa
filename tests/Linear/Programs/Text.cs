using System;
using NanoExecutor;
using NanoExecutor.LinearProof;

namespace Text
{
    // What the copying of text must not trip over: comments, directives, odd layout, odd names.
    public sealed partial class Program : Routine
    {
        private readonly Stage s;
        private readonly int __result = 5;

        public Program(Stage stage)
        {
            s = stage;
        }

        private new int Pending()
        {
            return 6;
        }

        [Linear]
        private int Body(int a)
        {
            int @class = a; // a comment
            #region first
            Await(/* before */ s.Step(1) /* behind */); // another
            #if NEVER
            Await(s.Step(99));
            #else
            @class++;
            #endif
            if (s.Test(2)) { Await(s
                .Step(3)); } else Await(
                    s.Step(4));
            #endregion
            #pragma warning disable CS0219
            int __state = 1, __awaited = 2; int waker = 3; int done = 4;
            #pragma warning restore CS0219
            Await(s.Step(5));
            string verbatim = @"two
            lines with {braces} and ""quotes""";
            Await(s.Step(6));
            string filled = $"{@class} of {verbatim.Length}";
            Await(s.Step(7)); s.Do(8, filled.Length); Await(s.Step(9)); ;
            if (s.Test(10))
                if (s.Test(11))
                    Await(s.Step(12));
                else
                    s.Do(13);
            { }
            {
                ;
            }

            int @else = Await(s.Number(14));
            if (@else > 3)
            {
                @else--;
                Await(s.Step(15));
            }

            return __state + __awaited + waker + done + @class + __result + Pending();
        }
    }
}
