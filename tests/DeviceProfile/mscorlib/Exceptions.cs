// Heap: 96 bytes to throw and catch a new one, 36 for one made before (its stack trace); the message comes on top.
namespace System
{
    public class Exception
    {
        public extern Exception InnerException { get; } // heap: 0
        public virtual extern string Message { get; } // heap: 0, or a string where none was given
        public virtual extern string StackTrace { get; } // heap: a string

        public extern Exception(); // heap: 96 thrown and caught
        public extern Exception(string message); // heap: 96 and the message
        public extern Exception(string message, Exception innerException); // heap: 96 and the message
        public override extern string ToString(); // heap: strings
    }

    public class SystemException : Exception
    {
        public extern SystemException(); // heap: 96 thrown and caught
        public extern SystemException(string message); // heap: 96 and the message
        public extern SystemException(string message, Exception innerException); // heap: 96 and the message
    }

    public class ApplicationException : Exception
    {
        public extern ApplicationException(); // heap: 96 thrown and caught
        public extern ApplicationException(string message); // heap: 96 and the message
        public extern ApplicationException(string message, Exception innerException); // heap: 96 and the message
    }

    public class ArgumentException : SystemException
    {
        public override extern string Message { get; } // heap: strings
        public virtual extern string ParamName { get; } // heap: 0

        public extern ArgumentException(); // heap: 96 thrown and caught
        public extern ArgumentException(string message); // heap: 96 and the message
        public extern ArgumentException(string message, Exception innerException); // heap: 96 and the message
        public extern ArgumentException(string message, string paramName); // heap: 96 and the strings
    }

    public class ArgumentNullException : ArgumentException
    {
        public extern ArgumentNullException(); // heap: 96 thrown and caught
        public extern ArgumentNullException(string paramName); // heap: 96 and the strings
        public extern ArgumentNullException(string paramName, string message); // heap: 96 and the strings
    }

    public class ArgumentOutOfRangeException : ArgumentException
    {
        public extern ArgumentOutOfRangeException(); // heap: 96 thrown and caught
        public extern ArgumentOutOfRangeException(string paramName); // heap: 96 and the strings
        public extern ArgumentOutOfRangeException(string paramName, string message); // heap: 96 and the strings
    }

    public class IndexOutOfRangeException : SystemException
    {
        public extern IndexOutOfRangeException(); // heap: 96 thrown and caught
        public extern IndexOutOfRangeException(string message); // heap: 96 and the message
        public extern IndexOutOfRangeException(string message, Exception innerException); // heap: 96 and the message
    }

    public class InvalidCastException : SystemException
    {
        public extern InvalidCastException(); // heap: 96 thrown and caught
        public extern InvalidCastException(string message); // heap: 96 and the message
        public extern InvalidCastException(string message, Exception innerException); // heap: 96 and the message
    }

    public class InvalidOperationException : SystemException
    {
        public extern InvalidOperationException(); // heap: 96 thrown and caught
        public extern InvalidOperationException(string message); // heap: 96 and the message
        public extern InvalidOperationException(string message, Exception innerException); // heap: 96 and the message
    }

    public class NotImplementedException : SystemException
    {
        public extern NotImplementedException(); // heap: 96 thrown and caught
        public extern NotImplementedException(string message); // heap: 96 and the message
        public extern NotImplementedException(string message, Exception innerException); // heap: 96 and the message
    }

    public class NotSupportedException : SystemException
    {
        public extern NotSupportedException(); // heap: 96 thrown and caught
        public extern NotSupportedException(string message); // heap: 96 and the message
        public extern NotSupportedException(string message, Exception innerException); // heap: 96 and the message
    }

    public class NullReferenceException : SystemException
    {
        public extern NullReferenceException(); // heap: 96 thrown and caught
        public extern NullReferenceException(string message); // heap: 96 and the message
        public extern NullReferenceException(string message, Exception innerException); // heap: 96 and the message
    }

    public class ObjectDisposedException : SystemException
    {
        public extern ObjectDisposedException(); // heap: 96 thrown and caught
        public extern ObjectDisposedException(string message); // heap: 96 and the message
        public extern ObjectDisposedException(string message, Exception innerException); // heap: 96 and the message
    }

    public class OutOfMemoryException : SystemException
    {
        public extern OutOfMemoryException(); // heap: 96 thrown and caught
        public extern OutOfMemoryException(string message); // heap: 96 and the message
        public extern OutOfMemoryException(string message, Exception innerException); // heap: 96 and the message
    }

    public class TimeoutException : SystemException
    {
        public extern TimeoutException(); // heap: 96 thrown and caught
        public extern TimeoutException(string message); // heap: 96 and the message
        public extern TimeoutException(string message, Exception innerException); // heap: 96 and the message
    }
}
