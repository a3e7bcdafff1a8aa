using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NanoExecutor.Generator
{
    /// <summary>Sizes on the heap of a 32-bit nanoCLR, which counts in blocks of 12 bytes.</summary>
    internal static class Bytes
    {
        private const int Block = 12;
        private const int ArrayHead = 20;

        /// <summary>A head and one block for each field, whatever its type; the fields of base classes count.</summary>
        public static int OfObject(ITypeSymbol type)
        {
            int fields = 0;
            for (ITypeSymbol? at = type; at != null; at = at.BaseType)
            {
                fields += at.GetMembers().OfType<IFieldSymbol>().Count(field => !field.IsStatic && !field.IsConst);
            }

            return Block + (Block * fields);
        }

        /// <summary>A box of a primitive has one field.</summary>
        public static int OfBox(ITypeSymbol type)
        {
            return type.IsHeapStruct() ? OfObject(type) : 2 * Block;
        }

        public static int OfArray(ITypeSymbol element, int length)
        {
            int bytes = ArrayHead + (length * OfElement(element));
            return (bytes + Block - 1) / Block * Block;
        }

        public static string Text(int bytes)
        {
            return bytes.ToString(CultureInfo.InvariantCulture);
        }

        private static int OfElement(ITypeSymbol type)
        {
            ITypeSymbol at = type.TypeKind == TypeKind.Enum ? ((INamedTypeSymbol)type).EnumUnderlyingType! : type;
            switch (at.SpecialType)
            {
                case SpecialType.System_Boolean:
                case SpecialType.System_Byte:
                case SpecialType.System_SByte:
                    return 1;
                case SpecialType.System_Char:
                case SpecialType.System_Int16:
                case SpecialType.System_UInt16:
                    return 2;
                case SpecialType.System_Int32:
                case SpecialType.System_UInt32:
                case SpecialType.System_Single:
                    return 4;
                case SpecialType.System_Int64:
                case SpecialType.System_UInt64:
                case SpecialType.System_Double:
                    return 8;
                default:
                    return Block;
            }
        }
    }
}
