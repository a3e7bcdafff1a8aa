using System.Xml.Linq;
using Mono.Cecil;

namespace NanoExecutor.AllocationProof.Reading
{
    /// <summary>
    /// The documentation comments of an assembly, from the .xml beside it. They are read for one thing: a member that
    /// promises to be for any thread is held to it.
    /// </summary>
    internal sealed class Documentation
    {
        private const string Promise = "any thread";

        private readonly HashSet<string> _forAnyThread;

        private Documentation(XDocument comments)
        {
            _forAnyThread =
            [
                .. comments.Descendants("member")
                    .Where(m => OneLine(m.Value).Contains(Promise, StringComparison.OrdinalIgnoreCase))
                    .Select(m => (string?)m.Attribute("name") ?? ""),
            ];
        }

        public static Documentation Read(Stream xml)
        {
            return new Documentation(XDocument.Load(xml));
        }

        /// <summary>The comments beside an assembly; none where there is no such file.</summary>
        public static Documentation Beside(string assembly)
        {
            string path = Path.ChangeExtension(assembly, ".xml");
            return new Documentation(File.Exists(path) ? XDocument.Load(path) : new XDocument());
        }

        /// <summary>
        /// Whether a member's comment says so. What it says of a property that others cannot set is about reading it.
        /// </summary>
        public bool IsForAnyThread(MethodDefinition method)
        {
            string id = Marks.Owner(method) switch
            {
                PropertyDefinition { GetMethod: { } read } when Access(method) < Access(read) => "",
                PropertyDefinition property => Naming.DocId(property),
                EventDefinition raised => Naming.DocId(raised),
                _ => Naming.DocId(method),
            };
            return _forAnyThread.Contains(id);
        }

        /// <summary>From private up to public.</summary>
        private static MethodAttributes Access(MethodDefinition method)
        {
            return method.Attributes & MethodAttributes.MemberAccessMask;
        }

        private static string OneLine(string text)
        {
            return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
    }
}
