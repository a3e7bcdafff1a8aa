using NanoExecutor;
using NanoExecutor.Boards.Desktop;
using NanoExecutor.Boards.Virtual;

namespace Consumer
{
    internal static class Program
    {
        private static void Main()
        {
            Turns turns = new Turns();
            Executor executor = new Executor(1, new VirtualMachine());
            executor.BlockOn(turns);
            new Executor(1, new DesktopMachine()).BlockOn(new Delay().For(Duration.Millisecond));
            System.Console.WriteLine(turns.Count + " turns");
        }
    }

    internal sealed partial class Turns : Routine
    {
        private readonly Delay _delay = new Delay();

        internal int Count { get; private set; }

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
