using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace NanoExecutor.DeviceProfile
{
    /// <summary>
    /// Names types and signatures in the same way wherever they are met, and keeps the names of all types it has named.
    /// </summary>
    public sealed class Naming : ISignatureTypeProvider<string, object?>
    {
        /// <summary>What has been named so far.</summary>
        public HashSet<string> Types { get; } = new HashSet<string>();

        /// <summary>A type that an assembly declares.</summary>
        public string NameOf(MetadataReader reader, TypeDefinitionHandle handle)
        {
            TypeDefinition type = reader.GetTypeDefinition(handle);
            return Name(
                reader.GetString(type.Namespace),
                reader.GetString(type.Name),
                type.IsNested ? NameOf(reader, type.GetDeclaringType()) : null);
        }

        /// <summary>A type of another assembly.</summary>
        public string NameOf(MetadataReader reader, TypeReferenceHandle handle)
        {
            TypeReference type = reader.GetTypeReference(handle);
            return Name(
                reader.GetString(type.Namespace),
                reader.GetString(type.Name),
                type.ResolutionScope.Kind == HandleKind.TypeReference
                    ? NameOf(reader, (TypeReferenceHandle)type.ResolutionScope)
                    : null);
        }

        /// <summary>A method with the types of its parameters and its result.</summary>
        public string NameOf(string type, string method, MethodSignature<string> signature)
        {
            string parameters = string.Join(", ", signature.ParameterTypes);
            return type + "." + method + "(" + parameters + ") : " + signature.ReturnType;
        }

        /// <inheritdoc/>
        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
        {
            return Keep(NameOf(reader, handle));
        }

        /// <inheritdoc/>
        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
        {
            return Keep(NameOf(reader, handle));
        }

        /// <inheritdoc/>
        public string GetPrimitiveType(PrimitiveTypeCode typeCode)
        {
            return Keep("System." + typeCode);
        }

        /// <inheritdoc/>
        public string GetSZArrayType(string elementType)
        {
            Keep("System.Array");
            return elementType + "[]";
        }

        /// <inheritdoc/>
        public string GetByReferenceType(string elementType)
        {
            return elementType + "&";
        }

        /// <inheritdoc/>
        public string GetPinnedType(string elementType)
        {
            return elementType;
        }

        /// <inheritdoc/>
        public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired)
        {
            return unmodifiedType;
        }

        /// <inheritdoc/>
        public string GetArrayType(string elementType, ArrayShape shape)
        {
            throw NotForDevices("array of several dimensions");
        }

        /// <inheritdoc/>
        public string GetPointerType(string elementType)
        {
            throw NotForDevices("pointer");
        }

        /// <inheritdoc/>
        public string GetFunctionPointerType(MethodSignature<string> signature)
        {
            throw NotForDevices("function pointer");
        }

        /// <inheritdoc/>
        public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments)
        {
            throw NotForDevices("generic type");
        }

        /// <inheritdoc/>
        public string GetGenericMethodParameter(object? genericContext, int index)
        {
            throw NotForDevices("generic method");
        }

        /// <inheritdoc/>
        public string GetGenericTypeParameter(object? genericContext, int index)
        {
            throw NotForDevices("generic type");
        }

        /// <inheritdoc/>
        public string GetTypeFromSpecification(
            MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind)
        {
            return reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);
        }

        private static NotSupportedException NotForDevices(string what)
        {
            return new NotSupportedException("A " + what + " is in code for a device, which cannot have it.");
        }

        private static string Name(string space, string name, string? outer)
        {
            return outer != null ? outer + "." + name : space.Length == 0 ? name : space + "." + name;
        }

        private string Keep(string type)
        {
            Types.Add(type);
            return type;
        }
    }
}
