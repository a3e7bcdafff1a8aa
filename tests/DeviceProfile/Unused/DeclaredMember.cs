using System.Reflection;
using System.Reflection.Metadata;

namespace NanoExecutor.DeviceProfile
{
    /// <summary>A method, accessor or field of a stand-in that others may use.</summary>
    public sealed class DeclaredMember
    {
        private const string Constructor = ".ctor";

        private readonly bool _isNew;

        private DeclaredMember(string name, string method, MethodAttributes attributes, IEnumerable<string> types)
        {
            Name = name;
            Method = method;
            bool isVirtual = (attributes & MethodAttributes.Virtual) != 0;
            _isNew = isVirtual && (attributes & MethodAttributes.NewSlot) != 0;
            IsOverride = isVirtual && !_isNew;
            IsFinal = (attributes & MethodAttributes.Final) != 0;
            IsConstructor = method == Constructor;
            Types = types;
        }

        /// <summary>With its type and its signature.</summary>
        public string Name { get; }

        /// <summary>The name of the method alone.</summary>
        public string Method { get; }

        /// <summary>Whether it takes the place of one that the base type declares.</summary>
        public bool IsOverride { get; }

        /// <summary>Whether it is virtual only because it implements an interface.</summary>
        public bool IsFinal { get; }

        /// <summary>Whether it makes an object.</summary>
        public bool IsConstructor { get; }

        /// <summary>Whether it is == or !=.</summary>
        public bool IsEquality => Method is "op_Equality" or "op_Inequality";

        /// <summary>The types of its signature.</summary>
        public IEnumerable<string> Types { get; }

        /// <summary>The method; null if it is not to be looked at.</summary>
        public static DeclaredMember? Of(MetadataReader reader, string type, MethodDefinition method)
        {
            Naming naming = new Naming();
            MethodSignature<string> signature = method.DecodeSignature(naming, null);
            string name = reader.GetString(method.Name);
            MethodAttributes access = method.Attributes & MethodAttributes.MemberAccessMask;
            bool isOpen = access is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;
            return isOpen
                ? new DeclaredMember(naming.NameOf(type, name, signature), name, method.Attributes, naming.Types)
                : null;
        }

        /// <summary>The field; null if it is not to be looked at.</summary>
        public static DeclaredMember? Of(MetadataReader reader, string type, FieldDefinition field)
        {
            Naming naming = new Naming();
            string name = reader.GetString(field.Name) + " : " + field.DecodeSignature(naming, null);
            bool isPublic = (field.Attributes & FieldAttributes.FieldAccessMask) == FieldAttributes.Public;
            return !isPublic || (field.Attributes & FieldAttributes.Literal) != 0
                ? null
                : new DeclaredMember(type + "." + name, name, 0, naming.Types);
        }

        /// <summary>Whether something calls, touches or overrides it.</summary>
        public bool IsUsed(Uses uses)
        {
            return uses.HasMember(Name) || (_isNew && uses.Overrides(Method));
        }
    }
}
