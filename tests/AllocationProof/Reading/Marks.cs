using System.Xml.Linq;
using Mono.Cecil;

namespace NanoExecutor.AllocationProof.Reading
{
    /// <summary>
    /// The promises that code makes by attribute. They are known by their simple name, so that firmware may declare its
    /// own.
    /// </summary>
    internal static class Marks
    {
        public const string Nothing = "AllocatesNothingAttribute";

        private const string SetUp = "AllocatesAttribute";
        private const string Blocking = "BlocksAttribute";
        private const string Helper = "ThrowHelperAttribute";
        private const string Rare = "AllocatesRarelyAttribute";

        public static bool AllocatesNothing(MethodDefinition method)
        {
            return Has(method, Nothing) || Has(Owner(method), Nothing)
                || (Has(method.DeclaringType, Nothing) && !method.IsConstructor);
        }

        public static bool IsThrowHelper(MethodDefinition method)
        {
            return Has(method, Helper) || Has(method.DeclaringType, Helper);
        }

        /// <summary>The reason given with [Allocates], or null where the method has no such mark.</summary>
        public static string? WhyAllocates(MethodDefinition method)
        {
            return Why(Find(method, SetUp) ?? Find(Owner(method), SetUp));
        }

        /// <summary>The reason given with [AllocatesRarely], or null where the method has no such mark.</summary>
        public static string? WhyRarely(MethodDefinition method)
        {
            return Why(Find(method, Rare));
        }

        /// <summary>The reason given with [Blocks] on a member or a delegate type; null for no mark.</summary>
        public static string? WhyBlocks(IMemberDefinition member)
        {
            CustomAttribute? ofOwner = member is MethodDefinition method ? Find(Owner(method), Blocking) : null;
            return Why(Find(member, Blocking) ?? ofOwner);
        }

        public static bool Has(ICustomAttributeProvider? member, string attribute)
        {
            return Find(member, attribute) != null;
        }

        /// <summary>The property or event that a method is an accessor of.</summary>
        public static ICustomAttributeProvider? Owner(MethodDefinition method)
        {
            if (method.IsGetter || method.IsSetter)
            {
                return method.DeclaringType.Properties
                    .FirstOrDefault(p => p.GetMethod == method || p.SetMethod == method);
            }

            return method.IsAddOn || method.IsRemoveOn
                ? method.DeclaringType.Events.FirstOrDefault(e => e.AddMethod == method || e.RemoveMethod == method)
                : null;
        }

        private static string? Why(CustomAttribute? mark)
        {
            return mark == null ? null : mark.ConstructorArguments.FirstOrDefault().Value as string ?? "";
        }

        private static CustomAttribute? Find(ICustomAttributeProvider? member, string attribute)
        {
            return member is { HasCustomAttributes: true }
                ? member.CustomAttributes.FirstOrDefault(a => a.AttributeType.Name == attribute)
                : null;
        }
    }

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

    /// <summary>What nanoCLR makes of a type: a value in one heap block, or an object.</summary>
    internal static class TypeFacts
    {
        private const int Block = 12;
        private const int ArrayHeader = Block + 8;

        /// <summary>
        /// True for every value type that is an object on nanoCLR's heap: all but the primitives, the enums, and
        /// DateTime and TimeSpan, which are primitives there.
        /// </summary>
        public static bool IsStruct(TypeReference type)
        {
            return type is not ByReferenceType and not ArrayType and not PointerType
                && !IsPrimitive(type)
                && type.Resolve() is { IsValueType: true, IsEnum: false };
        }

        public static bool IsDelegate(TypeReference type)
        {
            return type is not ArrayType && type.Resolve()?.BaseType?.FullName == "System.MulticastDelegate";
        }

        /// <summary>Whether a method is what invokes a delegate.</summary>
        public static bool IsInvoke(MethodDefinition method)
        {
            return method.Name == "Invoke" && IsDelegate(method.DeclaringType);
        }

        public static bool DerivesFrom(TypeReference type, string fullName)
        {
            for (TypeDefinition? t = type.Resolve(); t != null; t = t.BaseType?.Resolve())
            {
                if (t.FullName == fullName)
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>
        /// Bytes of one object: a block for itself and one for each instance field, whatever the field's type.
        /// </summary>
        public static int ObjectBytes(TypeReference type)
        {
            int fields = 0;
            for (TypeDefinition? t = type.Resolve(); t != null; t = t.BaseType?.Resolve())
            {
                fields += t.Fields.Count(f => !f.IsStatic);
            }

            return Block * (1 + fields);
        }

        /// <summary>
        /// Bytes of an array of <paramref name="length"/> elements, in whole blocks; each struct in one is an object
        /// more.
        /// </summary>
        public static long ArrayBytes(TypeReference element, int length)
        {
            long bytes = ArrayHeader + ((long)length * ElementBytes(element));
            long structs = IsStruct(element) ? (long)length * ObjectBytes(element) : 0;
            return ((bytes + Block - 1) / Block * Block) + structs;
        }

        private static bool IsPrimitive(TypeReference type)
        {
            return type.IsPrimitive || type.MetadataType == MetadataType.Void
                || type.FullName is "System.DateTime" or "System.TimeSpan";
        }

        private static int ElementBytes(TypeReference type)
        {
            TypeReference stored = type.Resolve() is { IsEnum: true } named
                ? named.Fields.First(f => !f.IsStatic).FieldType
                : type;
            return stored.MetadataType switch
            {
                MetadataType.Boolean or MetadataType.Byte or MetadataType.SByte => 1,
                MetadataType.Char or MetadataType.Int16 or MetadataType.UInt16 => 2,
                MetadataType.Int32 or MetadataType.UInt32 or MetadataType.Single => 4,
                MetadataType.Int64 or MetadataType.UInt64 or MetadataType.Double => 8,
                _ => Block,
            };
        }
    }
}
