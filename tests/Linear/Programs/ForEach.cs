using System;
using NanoExecutor;
using NanoExecutor.LinearProof;

namespace ForEach
{
    // foreach over arrays: the array is looked at once, elements may be converted.
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
            int sum = 0;
            foreach (int item in s.Items(1))
            {
                Await(s.Step(2));
                sum += item;
            }

            int[] items = s.Items(3);
            foreach (long item in items)
            {
                sum += (int)item;
                items = null;
                Await(s.Step(4));
                if (s.Test(5)) break;
            }

            object[] things = { s.Thing(6), s.Thing(7), "text" };
            foreach (var thing in things)
            {
                foreach (var one in s.Items(8))
                {
                    if (thing is null) continue;
                    Await(s.Number(9));
                    sum += one;
                }

                s.Do(10, thing is Coin coin ? coin.Worth : -1);
            }

            foreach (char letter in "abc") { sum += letter; }
            Step[] futures = new Step[] { s.Step(11), s.Number(12) };
            foreach (Step future in futures) Await(future);
            try
            {
                foreach (Coin coin in things)
                {
                    Await(s.Step(13));
                    sum += coin.Worth;
                }
            }
            catch (InvalidCastException)
            {
                s.Do(14);
            }
            catch (NullReferenceException)
            {
                s.Do(15);
            }

            return sum;
        }
    }
}
