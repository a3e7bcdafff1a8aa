using System;
using NanoExecutor;
using NanoExecutor.Boards.NanoClr;
using NanoExecutor.Boards.Virtual;

namespace Consumer
{
    public static class Program
    {
        public static void Main()
        {
            Turns turns = new Turns();
            new Executor(1, new VirtualMachine()).BlockOn(turns);
            new Executor(1, new NanoClrMachine()).BlockOn(new Delay().For(Duration.Millisecond));
            Console.WriteLine(turns.Count.ToString() + " turns");
        }
    }

    public sealed partial class Turns : Routine
    {
        private readonly Delay _delay = new Delay();

        public int Count { get; private set; }

        [Linear]
        private void Body()
        {
            while (Count < 3)
            {
                Await(_delay.For(Duration.Second));
                Count++;
            }
        }
    }
}
