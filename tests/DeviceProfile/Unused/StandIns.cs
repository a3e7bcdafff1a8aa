using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace NanoExecutor.DeviceProfile
{
    /// <summary>What the stand-ins declare.</summary>
    /// <remarks>
    /// Not all that is used leaves a name in the code. So these are believed: constants and the values of an enum,
    /// whose number the compiler writes; the members of an attribute, a delegate and an interface, which stand and fall
    /// with it; the only constructor of a type, in whose place C# would put one of its own, with a body; == and !=,
    /// without which code would compile and compare something else.
    /// </remarks>
    public sealed class StandIns
    {
        // What the compiler asks for by its name and writes nowhere.
        private static readonly string[] _silent =
        {
            "System.Array.get_Length() : System.Int32",
            "System.Collections.IEnumerable",
            "System.Collections.IEnumerator",
            "System.Reflection.AssemblyVersionAttribute",
            "System.Reflection.DefaultMemberAttribute",
            "System.Runtime.CompilerServices.IndexerNameAttribute",
            "System.Threading.Timeout",
            "System.UIntPtr",
        };

        private readonly Dictionary<string, DeclaredType> _types = new Dictionary<string, DeclaredType>();

        /// <summary>Reads an assembly.</summary>
        public void Add(string file)
        {
            using PEReader image = new PEReader(File.OpenRead(file));
            MetadataReader reader = image.GetMetadataReader();
            foreach (TypeDefinitionHandle handle in reader.TypeDefinitions)
            {
                TypeAttributes visibility = reader.GetTypeDefinition(handle).Attributes & TypeAttributes.VisibilityMask;
                if (visibility is TypeAttributes.Public or TypeAttributes.NestedPublic)
                {
                    DeclaredType type = new DeclaredType(reader, handle);
                    _types.Add(type.Name, type);
                }
            }
        }

        /// <summary>
        /// The declarations that nothing uses, directly or as part of the declaration of something used.
        /// </summary>
        public List<string> NotIn(Uses uses)
        {
            foreach (string method in _types.Values.SelectMany(type => type.UsedOverrides(uses)).ToList())
            {
                uses.AddOverride(method);
            }

            HashSet<string> used = new HashSet<string>();
            Queue<string> open = new Queue<string>(uses.Types);
            while (open.TryDequeue(out string? name))
            {
                if (used.Add(name) && _types.TryGetValue(name, out DeclaredType? type))
                {
                    foreach (string needed in type.Needs(uses))
                    {
                        open.Enqueue(needed);
                    }
                }
            }

            List<string> unused = new List<string>();
            foreach (DeclaredType type in _types.Values.OrderBy(type => type.Name, StringComparer.Ordinal))
            {
                if (!used.Contains(type.Name))
                {
                    unused.Add(type.Name);
                }
                else
                {
                    unused.AddRange(type.Unused(uses, used));
                }
            }

            unused.RemoveAll(_silent.Contains);
            return unused;
        }
    }
}
