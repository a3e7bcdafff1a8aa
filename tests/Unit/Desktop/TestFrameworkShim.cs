using System;
using System.Runtime.CompilerServices;
using MsTest = Microsoft.VisualStudio.TestTools.UnitTesting;

// The names of nanoFramework.TestFramework, as much of it as the tests use, for the desktop's test runner.
namespace nanoFramework.TestFramework
{
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class TestClassAttribute : MsTest.TestClassAttribute
    {
    }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class TestMethodAttribute : MsTest.TestMethodAttribute
    {
        public TestMethodAttribute([CallerFilePath] string file = "", [CallerLineNumber] int line = -1)
            : base(file, line)
        {
        }
    }

    public static class Assert
    {
        public static void AreEqual(bool expected, bool actual, string message = "")
        {
            MsTest.Assert.AreEqual(expected, actual, message);
        }

        public static void AreEqual(int expected, int actual, string message = "")
        {
            MsTest.Assert.AreEqual(expected, actual, message);
        }

        public static void AreEqual(long expected, long actual, string message = "")
        {
            MsTest.Assert.AreEqual(expected, actual, message);
        }

        public static void AreEqual(string expected, string actual, string message = "")
        {
            MsTest.Assert.AreEqual(expected, actual, message);
        }

        public static void AreEqual(object expected, object actual, string message = "")
        {
            MsTest.Assert.AreEqual(expected, actual, message);
        }

        public static void AreNotEqual(long notExpected, long actual, string message = "")
        {
            MsTest.Assert.AreNotEqual(notExpected, actual, message);
        }

        public static void AreNotEqual(object notExpected, object actual, string message = "")
        {
            MsTest.Assert.AreNotEqual(notExpected, actual, message);
        }

        public static void AreSame(object expected, object actual, string message = "")
        {
            MsTest.Assert.AreSame(expected, actual, message);
        }

        public static void AreNotSame(object notExpected, object actual, string message = "")
        {
            MsTest.Assert.AreNotSame(notExpected, actual, message);
        }

        public static void IsTrue(bool condition, string message = "")
        {
            MsTest.Assert.IsTrue(condition, message);
        }

        public static void IsFalse(bool condition, string message = "")
        {
            MsTest.Assert.IsFalse(condition, message);
        }

        public static void IsNull(object value, string message = "")
        {
            MsTest.Assert.IsNull(value, message);
        }

        public static void IsNotNull(object value, string message = "")
        {
            MsTest.Assert.IsNotNull(value, message);
        }

        public static void StartsWith(string expected, string value, string message = "")
        {
            MsTest.Assert.StartsWith(expected, value, message);
        }

        public static void Contains(string expected, string value, string message = "")
        {
            MsTest.Assert.Contains(expected, value, message);
        }

        // The type must be the very one: a base class as the expectation would hide another error.
        public static void ThrowsException(Type exception, Action action, string message = "")
        {
            try
            {
                action();
            }
            catch (Exception thrown)
            {
                MsTest.Assert.AreEqual(exception, thrown.GetType(), message);
                return;
            }

            MsTest.Assert.Fail(exception.Name + " was expected and nothing was thrown. " + message);
        }
    }
}
