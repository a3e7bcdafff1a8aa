// Heap: 96 bytes to throw and catch a new one, 36 for one made before (its stack trace); the message comes on top.
namespace System
{
    public class Exception
    {
        public virtual extern string Message { get; } // heap: 0, or a string where none was given
        public virtual extern string StackTrace { get; } // heap: a string

        public extern Exception(); // heap: 96 thrown and caught
    }

    public class SystemException : Exception
    {
        public extern SystemException(); // heap: 96 thrown and caught
    }

    public class ArgumentException : SystemException
    {
        public extern ArgumentException(string message); // heap: 96 and the message
        public extern ArgumentException(string message, string paramName); // heap: 96 and the strings
    }

    public class ArgumentNullException : ArgumentException
    {
        public extern ArgumentNullException(string paramName, string message); // heap: 96 and the strings
    }

    public class ArgumentOutOfRangeException : ArgumentException
    {
        public extern ArgumentOutOfRangeException(string paramName, string message); // heap: 96 and the strings
    }

    public class InvalidOperationException : SystemException
    {
        public extern InvalidOperationException(string message); // heap: 96 and the message
    }

    public class NotSupportedException : SystemException
    {
        public extern NotSupportedException(); // heap: 96 thrown and caught
    }

    public class ObjectDisposedException : SystemException
    {
        public extern ObjectDisposedException(string message); // heap: 96 and the message
    }

    public class OutOfMemoryException : SystemException
    {
        public extern OutOfMemoryException(); // heap: 96 thrown and caught
    }
}
