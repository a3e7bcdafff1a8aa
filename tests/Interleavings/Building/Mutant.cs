namespace NanoExecutor.Interleavings.Building
{
    /// <summary>A piece of a source file and what stands there in a mutant.</summary>
    internal sealed record Patch(string File, string Old, string New)
    {
        /// <summary>Applies it to the text of the file, in which the old piece must stand exactly once.</summary>
        internal string Apply(string text, string mutant)
        {
            int first = text.IndexOf(Old, StringComparison.Ordinal);
            if (first < 0 || text.IndexOf(Old, first + 1, StringComparison.Ordinal) >= 0)
            {
                throw new ToolException(
                    $"Mutant {mutant} no longer fits {File}: the text it replaces stands there "
                    + (first < 0 ? "nowhere" : "more than once") + "; bring the mutant in step with the code:"
                    + Environment.NewLine + Old);
            }

            return string.Concat(text.AsSpan(0, first), New, text.AsSpan(first + Old.Length));
        }
    }

    /// <summary>
    /// The library with one ordering broken, or a machine that breaks a promise. The explorer has to notice.
    /// </summary>
    internal sealed class Mutant
    {
        private const string Extension = ".mutants";
        private const string Title = "== ";

        private Mutant(string name)
        {
            Name = name;
        }

        internal string Name { get; }

        /// <summary>What is broken, in one line.</summary>
        internal string Breaks { get; private set; } = "";

        /// <summary>Where it matters.</summary>
        internal Variant[] Variants { get; private set; } = [];

        /// <summary>The scenarios that have to notice, the quickest first.</summary>
        internal string[] Scenarios { get; private set; } = [];

        /// <summary>What the library looks like.</summary>
        internal List<Patch> Patches { get; } = [];

        /// <summary>The promise of the machine that is broken.</summary>
        internal string? Promise { get; private set; }

        internal static Mutant[] ReadAll()
        {
            Mutant[] all = [.. Directory.EnumerateFiles(Repository.Mutants, "*" + Extension)
                .SelectMany(ReadFile)
                .OrderBy(m => m.Name, StringComparer.Ordinal)];
            string? twice = all.GroupBy(m => m.Name).FirstOrDefault(g => g.Count() > 1)?.Key;
            return twice == null ? all : throw new ToolException($"Two mutants are called {twice}; a name stands for one.");
        }

        // Each mutant begins with a line "== name".
        private static IEnumerable<Mutant> ReadFile(string path)
        {
            string[] lines = File.ReadAllLines(path);
            int[] starts = [.. lines.Index().Where(l => l.Item.StartsWith(Title, StringComparison.Ordinal)).Select(l => l.Index)];
            if (starts is not [0, ..])
            {
                throw new ToolException($"{Path.GetFileName(path)} has to begin with a line \"{Title}name-of-the-mutant\".");
            }

            return starts.Zip([.. starts.Skip(1), lines.Length], (start, end) => Read(lines[start..end]));
        }

        // "key: value" lines, then for each patch "file:", the old lines marked with "-" and the new ones with "+".
        private static Mutant Read(string[] lines)
        {
            Mutant mutant = new(lines[0][Title.Length..].Trim());
            string? file = null;
            List<string> old = [];
            List<string> fresh = [];
            foreach (string line in lines[1..])
            {
                if (line.StartsWith('-'))
                {
                    old.Add(line[1..]);
                }
                else if (line.StartsWith('+'))
                {
                    fresh.Add(line[1..]);
                }
                else
                {
                    mutant.EndPatch(file, old, fresh);
                    int colon = line.IndexOf(':');
                    if (colon > 0 && line[..colon] == "file")
                    {
                        file = line[(colon + 1)..].Trim();
                    }
                    else if (line.Length > 0)
                    {
                        mutant.Say(line, colon);
                    }
                }
            }

            mutant.EndPatch(file, old, fresh);
            return mutant.Checked();
        }

        private void EndPatch(string? file, List<string> old, List<string> fresh)
        {
            if (old.Count > 0)
            {
                string source = file ?? throw new ToolException($"Mutant {Name} does not say which file it changes.");
                Patches.Add(new Patch(source, Lines(old), Lines(fresh)));
                old.Clear();
                fresh.Clear();
            }
        }

        private static string Lines(List<string> lines)
        {
            return string.Concat(lines.Select(line => line + "\n"));
        }

        private void Say(string line, int colon)
        {
            string value = line[(colon + 1)..].Trim();
            switch (line[..Math.Max(colon, 0)])
            {
                case "breaks":
                    Breaks = value;
                    break;
                case "on":
                    Variants = [.. value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Variant.Named)];
                    break;
                case "noticed by":
                    Scenarios = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                    break;
                case "machine":
                    Promise = value;
                    break;
                default:
                    throw new ToolException($"Mutant {Name} has a line that says nothing: {line}");
            }
        }

        private Mutant Checked()
        {
            bool breaksOne = (Patches.Count == 0) != (Promise == null);
            if (Breaks == "" || Variants.Length == 0 || Scenarios.Length == 0 || !breaksOne)
            {
                throw new ToolException(
                    $"Mutant {Name} needs the lines 'breaks:', 'on:', 'noticed by:', and patches or 'machine:'.");
            }

            return this;
        }
    }
}
