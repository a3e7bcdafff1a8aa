namespace NanoExecutor.AllocationProof.Reading
{
    /// <summary>The tables and self-test sources that travel inside the program.</summary>
    internal static class Resource
    {
        public static string Text(string name)
        {
            using Stream stream = typeof(Resource).Assembly.GetManifestResourceStream(name)
                ?? throw new ProofException($"The program was built without its resource '{name}'.");
            using StreamReader reader = new(stream);
            return reader.ReadToEnd();
        }

        public static IEnumerable<string> Named(string prefix)
        {
            return typeof(Resource).Assembly.GetManifestResourceNames()
                .Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal);
        }
    }
}
