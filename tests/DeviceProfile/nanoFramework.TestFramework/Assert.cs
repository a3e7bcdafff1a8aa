using System;
using System.Collections;

namespace nanoFramework.TestFramework
{
    // A failure costs an exception and its message, a success 12 bytes for the default message. A comma in a message loses
    // the result of that test on its way to the adapter.
    public sealed class Assert
    {
        public extern Assert();

        public static extern void AreEqual(bool expected, bool actual, string message = ""); // heap: 12
        public static extern void AreEqual(byte expected, byte actual, string message = ""); // heap: 12
        public static extern void AreEqual(char expected, char actual, string message = ""); // heap: 12
        public static extern void AreEqual(short expected, short actual, string message = ""); // heap: 12
        public static extern void AreEqual(int expected, int actual, string message = ""); // heap: 12
        public static extern void AreEqual(long expected, long actual, string message = ""); // heap: 12
        public static extern void AreEqual(object expected, object actual, string message = ""); // heap: 12
        public static extern void AreEqual(sbyte expected, sbyte actual, string message = ""); // heap: 12
        public static extern void AreEqual(float expected, float actual, string message = ""); // heap: 12
        public static extern void AreEqual(double expected, double actual, string message = ""); // heap: 12
        public static extern void AreEqual(string expected, string actual, string message = ""); // heap: 12
        public static extern void AreEqual(ushort expected, ushort actual, string message = ""); // heap: 12
        public static extern void AreEqual(uint expected, uint actual, string message = ""); // heap: 12
        public static extern void AreEqual(ulong expected, ulong actual, string message = ""); // heap: 12

        public static extern void AreNotEqual(bool notExpected, bool actual, string message = ""); // heap: 12
        public static extern void AreNotEqual(byte notExpected, byte actual, string message = ""); // heap: 12
        public static extern void AreNotEqual(char notExpected, char actual, string message = ""); // heap: 12
        public static extern void AreNotEqual(short notExpected, short actual, string message = ""); // heap: 12
        public static extern void AreNotEqual(int notExpected, int actual, string message = ""); // heap: 12
        public static extern void AreNotEqual(long notExpected, long actual, string message = ""); // heap: 12
        public static extern void AreNotEqual(object notExpected, object actual, string message = ""); // heap: 12
        public static extern void AreNotEqual(sbyte notExpected, sbyte actual, string message = ""); // heap: 12
        public static extern void AreNotEqual(float notExpected, float actual, string message = ""); // heap: 12
        public static extern void AreNotEqual(double notExpected, double actual, string message = ""); // heap: 12
        public static extern void AreNotEqual(string notExpected, string actual, string message = ""); // heap: 12
        public static extern void AreNotEqual(ushort notExpected, ushort actual, string message = ""); // heap: 12
        public static extern void AreNotEqual(uint notExpected, uint actual, string message = ""); // heap: 12
        public static extern void AreNotEqual(ulong notExpected, ulong actual, string message = ""); // heap: 12

        public static extern void AreSame(object expected, object actual, string message = ""); // heap: 12
        public static extern void AreNotSame(object notExpected, object actual, string message = ""); // heap: 12
        public static extern void Contains(string expected, string value, string message = ""); // heap: 12
        public static extern void DoesNotContains(string notExpected, string value, string message = ""); // heap: 12
        public static extern void EndsWith(string expected, string value, string message = ""); // heap: 12
        public static extern void StartsWith(string expected, string value, string message = ""); // heap: 12
        public static extern void IsInstanceOfType(object value, Type expected, string message = ""); // heap: 12
        public static extern void IsFalse(bool condition, string message = ""); // heap: 12
        public static extern void IsTrue(bool condition, string message = ""); // heap: 12
        public static extern void IsNotNull(object value, string message = ""); // heap: 12
        public static extern void IsNull(object value, string message = ""); // heap: 12
        public static extern void SkipTest(string message = null); // heap: an exception
        public static extern void ThrowsException(Type exception, Action action, string message = ""); // heap: 36 and more
    }

    public sealed class CollectionAssert
    {
        public extern CollectionAssert();

        public static extern void AreEqual(
            ICollection expected, ICollection actual, string message = ""); // heap: 48 for each pair of numbers
        public static extern void AreNotEqual(
            ICollection notExpected, ICollection actual, string message = ""); // heap: 48 for each pair of numbers
    }

    public static class OutputHelper
    {
        public static extern void Write(string message); // heap: 12 with a literal
        public static extern void WriteLine(string message); // heap: 12 with a literal
    }
}
