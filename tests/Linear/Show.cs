using Microsoft.CodeAnalysis;

namespace NanoExecutor.LinearProof
{
    /// <summary>Prints one random program, for whoever wants to look at what fails.</summary>
    internal static class Show
    {
        public static int Run(int seed)
        {
            ProgramSource source = ProgramMaker.Make(seed).ToSource(Proof.Name(seed));
            Console.WriteLine(source.Text);
            using TwinBatch batch = new([source]);
            foreach (SyntaxTree tree in batch.Generated?.SyntaxTrees ?? [])
            {
                if (tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal))
                {
                    Console.WriteLine(tree.ToString());
                }
            }

            Failure? failure = Failure.Find(batch, source, 3, new Tally());
            Console.WriteLine(failure == null ? "Both twins do the same." : failure.Describe());
            return failure == null ? 0 : 1;
        }
    }
}
