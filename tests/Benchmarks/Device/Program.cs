using System;

namespace NanoExecutor.Benchmarks
{
    /// <summary>Prints the table on the console of a device or of the emulator.</summary>
    public static class Program
    {
        public static void Main()
        {
            Report report = new Report(Suite.Parts, null);
            Console.WriteLine(Target.Kind);
            try
            {
                new Suite(Effort.Quick(), report).Run();
            }
            catch (Exception e)
            {
                // An exception that nobody catches ends a thread of nanoCLR without a word.
                Console.WriteLine(e.GetType().FullName + ": " + e.Message + "\n" + e.StackTrace);
                Console.WriteLine("\nFAILED: the benchmark did not get to its end; what stands above is incomplete.");
                return;
            }

            Console.WriteLine(
                "\n" + report.Missed.ToString() + " goals missed, " + report.Unfit.ToString() + " lines not measured");
        }
    }
}
