using System.Collections.Concurrent;
using System.Reflection;

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

    /// <summary>Names objects after the path that leads to them from those that the scenario has named.</summary>
    internal sealed class NameTable
    {
        private const BindingFlags OwnFields =
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

        private readonly Dictionary<object, string> _names = new(ReferenceEqualityComparer.Instance);
        private readonly Dictionary<string, int> _used = [];

        internal NameTable(IEnumerable<(object Thing, string Name)> roots)
        {
            Queue<object> open = new();
            foreach ((object thing, string name) in roots)
            {
                if (_names.TryAdd(thing, name))
                {
                    open.Enqueue(thing);
                }
            }

            while (open.TryDequeue(out object? thing))
            {
                foreach ((string step, object next) in Parts(thing))
                {
                    if (!_names.ContainsKey(next))
                    {
                        _names.Add(next, Unique(Root(_names[thing]) + step));
                        open.Enqueue(next);
                    }
                }
            }
        }

        internal string NameOf(object thing)
        {
            return _names.TryGetValue(thing, out string? name) ? name : thing.GetType().Name;
        }

        /// <summary>How a field or element is written behind the name of its object.</summary>
        internal static string MemberName(object owner, int slot)
        {
            return owner is Array ? "[" + slot + "]" : "." + Plain(Field(owner.GetType(), slot));
        }

        /// <summary>Class.field, for lists.</summary>
        internal static string FieldName(object owner, int slot)
        {
            return owner is Array array
                ? array.GetType().GetElementType()!.Name + "[]"
                : owner.GetType().Name + "." + Plain(Field(owner.GetType(), slot));
        }

        private static string Field(Type type, int slot)
        {
            return FieldSlots.NameOf(type, slot) ?? "field " + slot;
        }

        private static string Plain(string field)
        {
            int end = field.IndexOf(">k__BackingField", StringComparison.Ordinal);
            return end < 0 ? field.TrimStart('_') : field[1..end];
        }

        private static string Root(string name)
        {
            int dot = name.IndexOf('.');
            return dot < 0 ? name : name[..dot];
        }

        private static IEnumerable<(string Step, object Part)> Parts(object thing)
        {
            if (thing is Array array)
            {
                for (int index = 0; index < array.Length; index++)
                {
                    if (array.GetValue(index) is { } element && IsNamed(element))
                    {
                        yield return ("[" + index + "]", element);
                    }
                }

                yield break;
            }

            for (Type? type = thing.GetType(); type != null && type != typeof(object); type = type.BaseType)
            {
                foreach (FieldInfo field in type.GetFields(OwnFields))
                {
                    if (field.GetValue(thing) is { } part && IsNamed(part))
                    {
                        yield return ("." + Plain(field.Name), part);
                    }
                }
            }
        }

        private static bool IsNamed(object part)
        {
            return part is ITracked or Array;
        }

        private string Unique(string name)
        {
            int count = _used.GetValueOrDefault(name) + 1;
            _used[name] = count;
            return count == 1 ? name : name + "'" + count;
        }
    }
}
