using System;
using NanoExecutor;
using NanoExecutor.LinearProof;

namespace Switches
{
    // switch: constants, enums, strings, patterns, conditions, no match, jumps out of it.
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
            int result = 0;
            switch (s.Value(1))
            {
                case 0:
                case 1:
                    Await(s.Step(2));
                    result = 1;
                    break;
                case 2 when s.Test(3):
                    return Await(s.Number(4));
                case 3:
                    int shared = Await(s.Number(5));
                    result += shared;
                    break;
                case 4:
                    shared = 7;
                    Await(s.Step(6));
                    result -= shared;
                    goto_is_not_needed(ref result);
                    break;
            }

            for (int i = 0; i < 3; i++)
            {
                switch (Await(s.Colour(7)))
                {
                    case Colour.Red:
                        continue;
                    case Colour.Green:
                        result++;
                        break;
                    default:
                        Await(s.Step(8));
                        result--;
                        break;
                }

                s.Do(9, result);
            }

            switch (Await(s.Give(10)))
            {
                case Coin coin when coin.Worth > 2:
                    Await(s.Step(11));
                    s.Do(12, coin.Worth);
                    break;
                case Key key:
                    s.Do(13, key.Worth);
                    Await(s.Step(14));
                    s.Do(15, key.Worth);
                    break;
                case null:
                    Await(s.Step(16));
                    break;
                default:
                    throw new FaultA(17);
            }

            string word = s.Test(18) ? "yes" : "no";
            switch (word)
            {
                case "yes":
                    Await(s.Step(19));
                    goto_is_not_needed(ref result);
                    break;
                case "no":
                    result = word switch { "no" => 5, _ => 6 };
                    break;
            }

            switch (result)
            {
                case 5:
                    switch (s.Value(20))
                    {
                        case 1: return 1;
                        default: break;
                    }

                    Await(s.Step(21));
                    break;
                default:
                    break;
            }

            return result;

            static void goto_is_not_needed(ref int value)
            {
                value *= 2;
            }
        }
    }
}
