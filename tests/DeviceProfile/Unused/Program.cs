namespace NanoExecutor.DeviceProfile
{
    /// <summary>
    /// Compares what the stand-ins declare with what the assemblies compiled against them refer to, and complains of
    /// each type and member that nothing refers to, as a compiler would.
    /// </summary>
    public static class Program
    {
        /// <summary>Runs the comparison.</summary>
        /// <param name="args">
        /// The folder of the stand-ins and the folder of the assemblies compiled against them.
        /// </param>
        /// <returns>How many declarations are not used.</returns>
        public static int Main(string[] args)
        {
            Uses uses = new Uses();
            foreach (string file in Assemblies(args[1]))
            {
                uses.Add(file);
            }

            StandIns standIns = new StandIns();
            foreach (string file in Assemblies(args[0]))
            {
                standIns.Add(file);
            }

            List<string> unused = standIns.NotIn(uses);
            foreach (string declaration in unused)
            {
                Console.WriteLine(
                    "error DP0001: tests/DeviceProfile declares " + declaration
                    + ", which no device project uses; take it out.");
            }

            return unused.Count;
        }

        private static IEnumerable<string> Assemblies(string folder)
        {
            return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is ".dll" or ".exe");
        }
    }
}
