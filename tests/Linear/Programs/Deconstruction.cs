using System;
using NanoExecutor;
using NanoExecutor.LinearProof;

namespace Deconstruction
{
    // Tuples and objects taken apart into what is kept and what is not, and names that tuples take from variables.
    public sealed partial class Program : Routine
    {
        private readonly Stage s;
        private int _field;
        private static int Twice(int value) => 2 * value;

        public Program(Stage stage)
        {
            s = stage;
        }

        [Linear]
        private int Body(int a)
        {
            var (one, two) = new Coin(a);
            (int three, var four) = (s.Value(1), s.Value(2));
            Await(s.Step(3));
            (one, two) = (two, one);
            (_field, _) = new Coin(three);
            Await(s.Step(4));
            (one, (three, four)) = (four, (one, Twice(two)));
            s.Do(5, (one, two).two + (three, a).a);
            s.Do(6, (one, one).Item2);
            s.Do(7, new { one, Other = two }.one);
            s.Do(8, nameof(one).Length + nameof(Twice).Length);
            foreach ((int low, int high) in new[] { (one, two), (three, four) })
            {
                s.Do(9, low - high);
            }

            Await(s.Step(10));
            return one + two + three + four + _field;
        }
    }
}
