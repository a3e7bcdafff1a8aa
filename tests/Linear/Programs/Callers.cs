using System;
using NanoExecutor;
using NanoExecutor.LinearProof;

namespace Callers
{
    // What calls ask about their caller and their place: the answers are those of the method as it is written.
    public sealed partial class Program : Routine
    {
        private readonly Stage s;
        private event Action Happened;

        public Program(Stage stage)
        {
            s = stage;
        }

        [Linear]
        private int Body(int a)
        {
            int kept = a;
            s.Called(1);
            Await(s.Step(2));
            s.Called(
                kept);
            Action call = () => { };
            Happened += call;
            if (s.IsCalledByBody(3) && kept > 2)
            {
                s.Called(4, times: 7);
                Await(s.Step(5));
            }

            switch (s.Thing(6))
            {
                case Coin when
                    s.IsCalledByBody(7):
                    s.Called(member: "mine", id: 8);
                    Await(s.Step(9));
                    break;
            }

            Again();
            void Again() { }
            while (s.Turn(10) && s.IsCalledByBody(11))
            {
                Await(s.Step(12));
            }

            Happened -= call;
            s.Called(13); s.Called(14);
            return kept;
        }
    }
}
