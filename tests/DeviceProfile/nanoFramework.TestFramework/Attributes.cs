using System;

namespace nanoFramework.TestFramework
{
    // A test class in the global namespace yields no tests, silently.
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
    public class TestClassAttribute : Attribute
    {
        public extern TestClassAttribute();
    }

    [AttributeUsage(AttributeTargets.Method, AllowMultiple = false)]
    public class TestMethodAttribute : Attribute
    {
        public extern TestMethodAttribute();
    }

    [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
    public class DataRowAttribute : Attribute
    {
        public extern DataRowAttribute(params object[] methodParameters);

        public extern object[] MethodParameters { get; }
    }

    // Runs once before the tests of its class; if it skips, they all do.
    [AttributeUsage(AttributeTargets.Method, AllowMultiple = false)]
    public class SetupAttribute : Attribute
    {
        public extern SetupAttribute();
    }

    // Runs once after the tests of its class.
    [AttributeUsage(AttributeTargets.Method, AllowMultiple = false)]
    public class CleanupAttribute : Attribute
    {
        public extern CleanupAttribute();
    }
}
