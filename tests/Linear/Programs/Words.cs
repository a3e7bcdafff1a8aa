using System;
using NanoExecutor;
using NanoExecutor.LinearProof;

namespace Words
{
    // Names that are words of the language, always or in places, and names that the generator would use itself.
    public sealed partial class Program : Routine
    {
        private readonly Stage s;
        private int @base = 1;

        public Program(Stage stage)
        {
            s = stage;
        }

        [Linear]
        private int Body(int a)
        {
            int @class = a, @var = 2, @await = 3, field = 4, when = 5, state = 6, waker = 7, __state = 8, __awaited = 9;
            Await(s.Step(1));
            int done = @class + @var + @await, test_1 = field + when, @_ = 3;
            for (int @int = 0; @int < 2; @int++)
            {
                Await(s.Step(2));
                done += @int + state + waker + __state + __awaited + this.@base + @base;
            }

            object @object = s.Thing(3);
            if (@object is Coin @is)
            {
                Await(s.Step(4));
                done += @is.Worth;
            }

            const int @const = 4;
            const string @string = nameof(@const);
            Await(s.Step(5));
            switch (done & 7)
            {
                case @const:
                    Await(s.Step(6));
                    break;
            }

            s.Do(7, @string.Length + @_ + test_1 + @static(@const));
            return done;
            int @static(int @in) => @in + 1;
        }
    }
}
