using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoExecutor.AllocationProof.Reading
{
    /// <summary>
    /// The assemblies of one proof. Those given are <see cref="Proved"/>; what they refer to is followed into when its
    /// code is at hand, but for the platform itself (mscorlib, System.*, nanoFramework.*), whose members are judged by
    /// the table of known costs.
    /// </summary>
    internal sealed class AssemblySet : IAssemblyResolver
    {
        private readonly Dictionary<string, AssemblyDefinition> _byName = new(StringComparer.Ordinal);
        private readonly Dictionary<AssemblyDefinition, Documentation> _comments = [];
        private readonly List<AssemblyDefinition> _proved = [];
        private readonly List<string> _folders = [];
        private readonly ReaderParameters _withSymbols;
        private readonly ReaderParameters _plain;

        public AssemblySet(IEnumerable<string> referenceFolders)
        {
            _folders.AddRange(referenceFolders);
            _plain = new ReaderParameters { AssemblyResolver = this, InMemory = true };
            _withSymbols = new ReaderParameters
            {
                AssemblyResolver = this,
                InMemory = true,
                ReadSymbols = true,
                ThrowIfSymbolsAreNotMatching = false,
                SymbolReaderProvider = new DefaultSymbolReaderProvider(throwIfNoSymbol: false),
            };
        }

        /// <summary>The assemblies that the proof is about: their members are the roots.</summary>
        public IReadOnlyList<AssemblyDefinition> Proved => _proved;

        /// <summary>The proved ones and all they refer to whose code is followed.</summary>
        public IReadOnlyList<AssemblyDefinition> Followed { get; private set; } = [];

        /// <summary>Every type, nested ones too, of the followed assemblies.</summary>
        public IReadOnlyList<TypeDefinition> Types { get; private set; } = [];

        public void Prove(string path)
        {
            string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            if (!_folders.Contains(folder))
            {
                _folders.Add(folder);
            }

            Add(AssemblyDefinition.ReadAssembly(path, _withSymbols), path, Documentation.Beside(path));
        }

        public void Prove(Stream image, Stream symbols, Stream comments)
        {
            ReaderParameters parameters = new()
            {
                AssemblyResolver = this,
                ReadSymbols = true,
                SymbolReaderProvider = new PortablePdbReaderProvider(),
                SymbolStream = symbols,
            };
            Add(AssemblyDefinition.ReadAssembly(image, parameters), "(in memory)", Documentation.Read(comments));
        }

        /// <summary>Makes a platform assembly known that is not in a folder.</summary>
        public void Refer(Stream image)
        {
            AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(image, _plain);
            _byName[assembly.Name.Name] = assembly;
        }

        /// <summary>Reads what the proved assemblies refer to. Call it once all of them are given.</summary>
        public void Close()
        {
            List<AssemblyDefinition> followed = [.. _proved];
            for (int i = 0; i < followed.Count; i++)
            {
                foreach (AssemblyNameReference name in followed[i].MainModule.AssemblyReferences)
                {
                    AssemblyDefinition found = Resolve(name);
                    if (!IsPlatform(name.Name) && !followed.Contains(found))
                    {
                        followed.Add(found);
                    }
                }
            }

            Followed = followed;
            Types = [.. followed.SelectMany(a => a.MainModule.GetTypes())];
        }

        public bool Follows(MemberReference member)
        {
            return member.Module != null && Followed.Contains(member.Module.Assembly);
        }

        /// <summary>Whether the comment of a member says that it is for any thread.</summary>
        public bool IsForAnyThread(MethodDefinition method)
        {
            return _comments.TryGetValue(method.Module.Assembly, out Documentation? comments)
                && comments.IsForAnyThread(method);
        }

        public AssemblyDefinition Resolve(AssemblyNameReference name)
        {
            return Resolve(name, _plain);
        }

        public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters)
        {
            if (_byName.TryGetValue(name.Name, out AssemblyDefinition? known))
            {
                return known;
            }

            string path = _folders.SelectMany(f => Candidates(f, name.Name + ".dll")).FirstOrDefault(File.Exists)
                ?? throw new ProofException(
                    $"{name.Name}.dll is referred to and not in {string.Join(", ", _folders)}; "
                    + "give its folder with --references.");
            ReaderParameters how = IsPlatform(name.Name) ? _plain : _withSymbols;
            AssemblyDefinition read = AssemblyDefinition.ReadAssembly(path, how);
            _byName[name.Name] = read;
            _comments[read] = Documentation.Beside(path);
            return read;
        }

        public void Dispose()
        {
            foreach (AssemblyDefinition assembly in _byName.Values)
            {
                assembly.Dispose();
            }
        }

        /// <summary>In the folder itself, or below it: a packages folder has one for each package.</summary>
        private static IEnumerable<string> Candidates(string folder, string file)
        {
            return Directory.EnumerateFiles(folder, file, SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Prepend(Path.Combine(folder, file));
        }

        private static bool IsPlatform(string name)
        {
            return name is "mscorlib" or "netstandard"
                || name.StartsWith("System.", StringComparison.Ordinal)
                || name.StartsWith("nanoFramework.", StringComparison.Ordinal)
                || name.StartsWith("Windows.", StringComparison.Ordinal);
        }

        private void Add(AssemblyDefinition assembly, string where, Documentation comments)
        {
            if (!_byName.TryAdd(assembly.Name.Name, assembly))
            {
                throw new ProofException(
                    $"{where} is a second assembly named {assembly.Name.Name}; prove the two in separate runs.");
            }

            _proved.Add(assembly);
            _comments.Add(assembly, comments);
        }
    }

    /// <summary>The proof cannot be made at all: an input is missing or does not say what it must.</summary>
    internal sealed class ProofException : Exception
    {
        public ProofException(string message)
            : base(message)
        {
        }
    }

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

    /// <summary>One line of a table: columns separated by tabs; lines that begin with # are comments.</summary>
    internal sealed class Row
    {
        private readonly string[] _columns;
        private readonly string _place;

        private Row(string[] columns, string place)
        {
            _columns = columns;
            _place = place;
        }

        public string this[int column] => _columns[column];

        public static IEnumerable<Row> Parse(string text, string file, int columns)
        {
            string[] lines = text.Split('\n');
            for (int i = 0; i < lines.Length; i++)
            {
                string line = lines[i].TrimEnd('\r');
                if (line.Length == 0 || line[0] == '#')
                {
                    continue;
                }

                Row row = new([.. line.Split('\t').Select(c => c.Trim())], $"{file}:{i + 1}");
                int there = row._columns.Length;
                yield return there == columns
                    ? row
                    : throw row.Wrong($"{columns} columns separated by tabs are needed and {there} are there");
            }
        }

        public ProofException Wrong(string why)
        {
            return new ProofException($"{_place}: {why}.");
        }
    }
}
