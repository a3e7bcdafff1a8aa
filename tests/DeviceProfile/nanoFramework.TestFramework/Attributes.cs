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
}
