using System.Reflection;

namespace System
{
    // For start-up and tests: typeof costs 12 bytes at each use, and what reflection hands out are objects.
    public abstract class Type : MemberInfo
    {
        protected extern Type();

        public abstract string FullName { get; } // heap: a string
        public abstract FieldInfo GetField(string name, BindingFlags bindingAttr); // heap: an object
        public static extern Type GetTypeFromHandle(RuntimeTypeHandle handle); // heap: 12
    }
}

namespace System.Reflection
{
    public enum BindingFlags
    {
        Instance = 4,
        Static = 8,
        NonPublic = 32,
    }

    public abstract class MemberInfo
    {
        protected extern MemberInfo();

        public abstract string Name { get; } // heap: a string
    }

    public abstract class FieldInfo : MemberInfo
    {
        protected extern FieldInfo();

        public abstract object GetValue(object obj); // heap: 24 for a primitive, boxed
    }
}
