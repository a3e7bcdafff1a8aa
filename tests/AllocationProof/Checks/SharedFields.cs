using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof.Checks
{
    /// <summary>
    /// SharedFields.tsv: which members interrupts and other threads call, which classes may have fields that they
    /// write, and the single fields elsewhere, each with the reason why it is safe there.
    /// </summary>
    internal sealed class SharedFields
    {
        private readonly Dictionary<string, string> _entries = new(StringComparer.Ordinal);
        private readonly HashSet<string> _owners = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

        private SharedFields(string text, string file)
        {
            foreach (Row row in Row.Parse(text, file, columns: 3))
            {
                switch (row[0])
                {
                    case "entry":
                        _entries[row[1]] = row[2];
                        break;
                    case "owner":
                        _owners.Add(row[1]);
                        break;
                    case "field":
                        _fields[row[1]] = row[2];
                        break;
                    default:
                        throw row.Wrong("the first column is entry, owner or field");
                }
            }
        }

        /// <summary>Type.Method of what any thread may call, with why.</summary>
        public IReadOnlyDictionary<string, string> Entries => _entries;

        /// <summary>Fields allowed outside the owners, with why.</summary>
        public IReadOnlyDictionary<string, string> Fields => _fields;

        /// <summary>Types whose fields several threads write.</summary>
        public IReadOnlySet<string> Owners => _owners;

        public static SharedFields Read()
        {
            return Parse(Resource.Text("SharedFields"), "SharedFields.tsv");
        }

        public static SharedFields Parse(string text, string file)
        {
            return new SharedFields(text, file);
        }
    }
}
