namespace NanoExecutor.Interleavings.Building
{
    /// <summary>
    /// The library with one ordering broken, or a machine that breaks a promise. The explorer has to notice.
    /// </summary>
    internal sealed class Mutant
    {
        private const string Extension = ".mutant";

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
            return [.. Directory.EnumerateFiles(Repository.Mutants, "*" + Extension)
                .Order(StringComparer.Ordinal)
                .Select(Read)];
        }

        // "key: value" lines, then for each patch "file:", the old lines marked with "- " and the new ones with "+ ".
        private static Mutant Read(string path)
        {
            Mutant mutant = new(Path.GetFileNameWithoutExtension(path));
            string? file = null;
            List<string> old = [];
            List<string> fresh = [];
            foreach (string line in File.ReadAllLines(path))
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
