using Mono.Cecil;

namespace NanoExecutor.AllocationProof.Reading
{
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
