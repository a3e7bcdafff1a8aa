using System.Collections.Concurrent;

namespace NanoExecutor.Interleavings
{
    /// <summary>Which field of a class has which number: the rewriter gives them out.</summary>
    internal static class FieldSlots
    {
        private static readonly ConcurrentDictionary<string, string[]> Fields = new();

        internal static void Set(string type, string[] fields)
        {
            Fields[type] = fields;
        }

        /// <summary>The field of a class or of one it derives from.</summary>
        internal static string? NameOf(Type type, int slot)
        {
            for (Type? at = type; at != null; at = at.BaseType)
            {
                if (at.FullName != null && Fields.TryGetValue(at.FullName.Replace('+', '/'), out string[]? fields))
                {
                    return slot < fields.Length ? fields[slot] : null;
                }
            }

            return null;
        }
    }
}
