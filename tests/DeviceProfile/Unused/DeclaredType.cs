using System.Reflection;
using System.Reflection.Metadata;

namespace NanoExecutor.DeviceProfile
{
    /// <summary>A public type of a stand-in.</summary>
    public sealed class DeclaredType
    {
        private readonly List<DeclaredMember> _members = new List<DeclaredMember>();
        private readonly HashSet<string> _needs = new HashSet<string>();
        private readonly List<string> _interfaces = new List<string>();

        // Whether its members cannot be used one by one.
        private readonly bool _isWhole;

        /// <summary>Reads the type.</summary>
        public DeclaredType(MetadataReader reader, TypeDefinitionHandle handle)
        {
            Naming naming = new Naming();
            TypeDefinition type = reader.GetTypeDefinition(handle);
            Name = naming.NameOf(reader, handle);
            if (!type.BaseType.IsNil)
            {
                _needs.Add(NameOf(reader, naming, type.BaseType));
            }

            _isWhole = (type.Attributes & TypeAttributes.Interface) != 0
                || _needs.Contains("System.Attribute")
                || _needs.Contains("System.MulticastDelegate")
                || _needs.Contains("System.Enum");
            AddAttributes(reader, naming, type.GetCustomAttributes());
            foreach (InterfaceImplementationHandle implementation in type.GetInterfaceImplementations())
            {
                _interfaces.Add(NameOf(reader, naming, reader.GetInterfaceImplementation(implementation).Interface));
            }

            foreach (MethodDefinitionHandle method in type.GetMethods())
            {
                DeclaredMember? member = DeclaredMember.Of(reader, Name, reader.GetMethodDefinition(method));
                Add(reader, naming, member, reader.GetMethodDefinition(method).GetCustomAttributes());
            }

            foreach (FieldDefinitionHandle field in type.GetFields())
            {
                DeclaredMember? member = DeclaredMember.Of(reader, Name, reader.GetFieldDefinition(field));
                Add(reader, naming, member, reader.GetFieldDefinition(field).GetCustomAttributes());
            }
        }

        /// <summary>With its namespace.</summary>
        public string Name { get; }

        /// <summary>
        /// The used methods that take the place of those of a base type, which have to be declared then.
        /// </summary>
        public IEnumerable<string> UsedOverrides(Uses uses)
        {
            return _members.Where(member => member.IsOverride && member.IsUsed(uses)).Select(member => member.Method);
        }

        /// <summary>The types that this one cannot be declared without.</summary>
        public IEnumerable<string> Needs(Uses uses)
        {
            return _members.Where(member => _isWhole || member.IsUsed(uses))
                .SelectMany(member => member.Types)
                .Concat(_needs);
        }

        /// <summary>What it declares and nothing uses.</summary>
        public IEnumerable<string> Unused(Uses uses, HashSet<string> usedTypes)
        {
            if (_isWhole)
            {
                yield break;
            }

            foreach (string unused in _interfaces.Where(name => !usedTypes.Contains(name)))
            {
                yield return "that " + Name + " is " + unused;
            }

            foreach (DeclaredMember member in _members)
            {
                if (!member.IsUsed(uses) && !IsForTheCompiler(member))
                {
                    yield return member.Name;
                }
            }
        }

        private static string NameOf(MetadataReader reader, Naming naming, EntityHandle type)
        {
            return type.Kind == HandleKind.TypeReference
                ? naming.NameOf(reader, (TypeReferenceHandle)type)
                : naming.NameOf(reader, (TypeDefinitionHandle)type);
        }

        private bool IsForTheCompiler(DeclaredMember member)
        {
            return member.IsEquality
                || (member.IsFinal && _interfaces.Count > 0)
                || (member.IsConstructor && _members.Count(other => other.IsConstructor) == 1);
        }

        private void Add(
            MetadataReader reader, Naming naming, DeclaredMember? member, CustomAttributeHandleCollection attributes)
        {
            if (member != null)
            {
                _members.Add(member);
                AddAttributes(reader, naming, attributes);
            }
        }

        private void AddAttributes(MetadataReader reader, Naming naming, CustomAttributeHandleCollection attributes)
        {
            foreach (CustomAttributeHandle handle in attributes)
            {
                EntityHandle constructor = reader.GetCustomAttribute(handle).Constructor;
                _needs.Add(NameOf(
                    reader,
                    naming,
                    constructor.Kind == HandleKind.MemberReference
                        ? reader.GetMemberReference((MemberReferenceHandle)constructor).Parent
                        : reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType()));
            }
        }
    }
}
