using System;

namespace nanoFramework.TestFramework
{
    // A failure costs an exception and its message, a success 12 bytes for the default message. A comma in a message
    // loses the result of that test on its way to the adapter.
    public sealed class Assert
    {
        private extern Assert();

        public static extern void AreEqual(int expected, int actual, string message = ""); // heap: 12
        public static extern void AreEqual(long expected, long actual, string message = ""); // heap: 12
        public static extern void AreEqual(object expected, object actual, string message = ""); // heap: 12
        public static extern void AreEqual(string expected, string actual, string message = ""); // heap: 12

        public static extern void AreNotEqual(long notExpected, long actual, string message = ""); // heap: 12

        public static extern void AreSame(object expected, object actual, string message = ""); // heap: 12
        public static extern void StartsWith(string expected, string value, string message = ""); // heap: 12
        public static extern void IsFalse(bool condition, string message = ""); // heap: 12
        public static extern void IsTrue(bool condition, string message = ""); // heap: 12
        public static extern void IsNotNull(object value, string message = ""); // heap: 12
        public static extern void IsNull(object value, string message = ""); // heap: 12
        public static extern void SkipTest(string message = null); // heap: an exception
        public static extern void ThrowsException(Type exception, Action action, string message = ""); // heap: from 36
    }

    public static class OutputHelper
    {
        public static extern void WriteLine(string message); // heap: 12 with a literal
    }
}
