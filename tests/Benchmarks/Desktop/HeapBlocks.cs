using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace NanoExecutor.Benchmarks
{
    /// <summary>
    /// What objects would take on a 32-bit nanoCLR, whose heap consists of blocks of 12 bytes: one for an object and one for
    /// each of its fields; an array has a head of 20 bytes, and its references are blocks.
    /// </summary>
    internal static class HeapBlocks
    {
        private const int Block = 12;
        private const int ArrayHead = 20;

        /// <summary>Bytes of an object and of all it refers to.</summary>
        internal static long Of(object root)
        {
            HashSet<object> seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
            Stack<object> open = new Stack<object>();
            open.Push(root);
            long bytes = 0;
            while (open.Count > 0)
            {
                object next = open.Pop();
                if (next != null && !(next is Pointer) && seen.Add(next))
                {
                    bytes += next is Array array ? OfArray(array, open) : OfObject(next, open);
                }
            }

            return bytes;
        }

        private static long OfArray(Array array, Stack<object> open)
        {
            Type element = array.GetType().GetElementType();
            if (element.IsPrimitive)
            {
                return Blocks(ArrayHead + Buffer.ByteLength(array));
            }

            foreach (object item in array)
            {
                open.Push(item);
            }

            return Blocks(ArrayHead + ((long)array.Length * Block));
        }

        private static long OfObject(object item, Stack<object> open)
        {
            long bytes = Block;
            for (Type type = item.GetType(); type != null; type = type.BaseType)
            {
                FieldInfo[] fields = type.GetFields(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
                bytes += fields.Length * Block;
                foreach (FieldInfo field in fields.Where(f => !f.FieldType.IsValueType))
                {
                    open.Push(field.GetValue(item));
                }
            }

            return bytes;
        }

        private static long Blocks(long bytes)
        {
            return (bytes + Block - 1) / Block * Block;
        }
    }
}
