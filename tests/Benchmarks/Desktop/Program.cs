namespace NanoExecutor.Benchmarks
{
    internal static class Program
    {
        private static int Main(string[] arguments)
        {
            return new CommandLine().Run(arguments);
        }
    }
}
