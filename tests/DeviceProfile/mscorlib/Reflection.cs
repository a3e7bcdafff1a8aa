using System.Reflection;

namespace System
{
    // For start-up and tests: typeof costs 12 bytes at each use, and what reflection hands out are objects.
    public abstract class Type : MemberInfo, IReflect
    {
        protected extern Type();

        public abstract Type BaseType { get; } // heap: 12
        public abstract string FullName { get; } // heap: a string
        public extern FieldInfo GetField(string name); // heap: an object
        public abstract FieldInfo GetField(string name, BindingFlags bindingAttr); // heap: an object
        public extern MethodInfo GetMethod(string name); // heap: an object
        public extern MethodInfo GetMethod(string name, BindingFlags bindingAttr); // heap: an object
        public static extern Type GetTypeFromHandle(RuntimeTypeHandle handle); // heap: 12
        public virtual extern bool IsInstanceOfType(object o); // heap: 0
    }
}

namespace System.Reflection
{
    public enum BindingFlags
    {
        Default = 0,
        Instance = 4,
        Static = 8,
        Public = 16,
        NonPublic = 32,
    }

    public interface IReflect
    {
        FieldInfo GetField(string name, BindingFlags bindingAttr); // heap: an object
        MethodInfo GetMethod(string name, BindingFlags bindingAttr); // heap: an object
    }

    public abstract class MemberInfo
    {
        protected extern MemberInfo();

        public abstract Type DeclaringType { get; } // heap: 12
        public abstract string Name { get; } // heap: a string
    }

    public abstract class FieldInfo : MemberInfo
    {
        protected extern FieldInfo();

        public abstract Type FieldType { get; } // heap: 12
        public abstract object GetValue(object obj); // heap: 24 for a primitive, boxed
        public virtual extern void SetValue(object obj, object value); // heap: 24 for a primitive, boxed
    }

    public abstract class MethodBase : MemberInfo
    {
        protected extern MethodBase();

        public extern object Invoke(object obj, object[] parameters); // heap: the array, and 24 for each boxed value
    }

    public abstract class MethodInfo : MethodBase
    {
        protected extern MethodInfo();

        public abstract Type ReturnType { get; } // heap: 12
    }
}
