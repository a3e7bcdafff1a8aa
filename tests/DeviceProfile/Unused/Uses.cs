using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace NanoExecutor.DeviceProfile
{
    /// <summary>What device assemblies use: all that their metadata names.</summary>
    public sealed class Uses
    {
        private readonly Naming _naming = new Naming();
        private readonly HashSet<string> _members = new HashSet<string>();
        private readonly HashSet<string> _overrides = new HashSet<string>();

        /// <summary>The types they name.</summary>
        public IEnumerable<string> Types => _naming.Types;

        /// <summary>Whether one of them calls a method or touches a field.</summary>
        public bool HasMember(string name)
        {
            return _members.Contains(name);
        }

        /// <summary>Whether one of them overrides a method of this name.</summary>
        public bool Overrides(string method)
        {
            return _overrides.Contains(method);
        }

        /// <summary>Notes that a method of this name is overridden.</summary>
        public void AddOverride(string method)
        {
            _overrides.Add(method);
        }

        /// <summary>Reads an assembly.</summary>
        public void Add(string file)
        {
            using PEReader image = new PEReader(File.OpenRead(file));
            MetadataReader reader = image.GetMetadataReader();
            foreach (TypeReferenceHandle handle in reader.TypeReferences)
            {
                _naming.GetTypeFromReference(reader, handle, 0);
            }

            foreach (MemberReferenceHandle handle in reader.MemberReferences)
            {
                AddMember(reader, reader.GetMemberReference(handle));
            }

            foreach (MethodDefinitionHandle handle in reader.MethodDefinitions)
            {
                AddMethod(reader, image, reader.GetMethodDefinition(handle));
            }

            foreach (FieldDefinitionHandle handle in reader.FieldDefinitions)
            {
                reader.GetFieldDefinition(handle).DecodeSignature(_naming, null);
            }
        }

        private void AddMember(MetadataReader reader, MemberReference member)
        {
            if (member.Parent.Kind != HandleKind.TypeReference)
            {
                return;
            }

            string type = _naming.NameOf(reader, (TypeReferenceHandle)member.Parent);
            string name = reader.GetString(member.Name);
            _members.Add(
                member.GetKind() == MemberReferenceKind.Method
                    ? _naming.NameOf(type, name, member.DecodeMethodSignature(_naming, null))
                    : type + "." + name + " : " + member.DecodeFieldSignature(_naming, null));
        }

        private void AddMethod(MetadataReader reader, PEReader image, MethodDefinition method)
        {
            method.DecodeSignature(_naming, null);
            if ((method.Attributes & (MethodAttributes.Virtual | MethodAttributes.NewSlot)) == MethodAttributes.Virtual)
            {
                _overrides.Add(reader.GetString(method.Name));
            }

            if (method.RelativeVirtualAddress == 0)
            {
                return;
            }

            StandaloneSignatureHandle locals = image.GetMethodBody(method.RelativeVirtualAddress).LocalSignature;
            if (!locals.IsNil)
            {
                reader.GetStandaloneSignature(locals).DecodeLocalSignature(_naming, null);
            }
        }
    }
}
