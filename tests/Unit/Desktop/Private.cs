using System;
using System.Reflection;

namespace NanoExecutor.Tests
{
    /// <summary>Fields of the library that a test sets to what they would come to after years.</summary>
    internal static class Private
    {
        internal static void Set(object target, string field, object value)
        {
            Find(target, field).SetValue(target, value);
        }

        internal static object Get(object target, string field)
        {
            return Find(target, field).GetValue(target);
        }

        internal static int Int(object target, string field)
        {
            return (int)Get(target, field);
        }

        private static FieldInfo Find(object target, string field)
        {
            for (Type type = target.GetType(); type != null; type = type.BaseType)
            {
                const BindingFlags Declared =
                    BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly;
                FieldInfo found = type.GetField(field, Declared)
                    ?? type.GetField("<" + field + ">k__BackingField", Declared);
                if (found != null)
                {
                    return found;
                }
            }

            throw new ArgumentException("There is no field " + field + " any more.", nameof(field));
        }
    }
}
