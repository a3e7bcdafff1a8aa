using Mono.Cecil;

namespace NanoExecutor.Interleavings.Rewriting
{
    /// <summary>The classes whose fields are watched, over all assemblies that are rewritten together.</summary>
    internal sealed class WatchedTypes
    {
        private readonly Dictionary<string, FieldDefinition> _ids = [];
        private readonly Dictionary<string, List<string>> _slots = [];
        private readonly Dictionary<string, WatchedField> _fields = [];

        internal bool Contains(TypeReference type)
        {
            return _ids.ContainsKey(type.FullName);
        }

        internal WatchedField? Find(FieldReference field)
        {
            return _fields.GetValueOrDefault(Key(field));
        }

        /// <summary>Adds what a class needs to be watched. Its base class comes first.</summary>
        internal void Add(TypeDefinition type, HookReferences hooks)
        {
            TypeReference parent = type.BaseType;
            List<string> slots = [];
            if (_ids.TryGetValue(parent.FullName, out FieldDefinition? id))
            {
                slots.AddRange(_slots[parent.FullName]);
            }
            else
            {
                id = ClassRewriter.AddId(type, hooks);
            }

            _ids.Add(type.FullName, id);
            foreach (FieldDefinition field in type.Fields.Where(IsWatched).ToArray())
            {
                _fields.Add(Key(field), ClassRewriter.AddAccessors(field, id, slots.Count, hooks));
                slots.Add(field.Name);
            }

            _slots.Add(type.FullName, slots);
            FieldSlots.Set(type.FullName, [.. slots]);
        }

        private static bool IsWatched(FieldDefinition field)
        {
            if (field.IsStatic || field.IsInitOnly || field.IsLiteral || field.Name == ClassRewriter.IdName)
            {
                return false;
            }

            TypeReference type =
                field.FieldType is RequiredModifierType modified ? modified.ElementType : field.FieldType;
            return type.IsPrimitive || !type.IsValueType || type.Resolve().IsEnum;
        }

        private static string Key(FieldReference field)
        {
            return field.DeclaringType.FullName + "::" + field.Name;
        }
    }
}
