// An mscorlib that is just large enough for the cases: the types that the compiler asks for, without any code.
namespace System
{
    public class Object
    {
        public virtual string ToString() { return null; }
        public virtual bool Equals(object other) { return false; }
        public virtual int GetHashCode() { return 0; }
        public Type GetType() { return null; }
    }

    public abstract class ValueType
    {
        public override bool Equals(object other) { return false; }
    }

    public abstract class Enum : ValueType { }
    public struct Void { }
    public struct Boolean { }
    public struct Char { }
    public struct SByte { }
    public struct Byte { }
    public struct Int16 { }
    public struct UInt16 { }
    public struct Int32 { }
    public struct UInt32 { }
    public struct Int64 { }
    public struct UInt64 { }
    public struct Single { }
    public struct Double { }
    public struct IntPtr { }
    public struct UIntPtr { }
    public struct TypedReference { }
    public struct RuntimeTypeHandle { }
    public struct RuntimeFieldHandle { }
    public struct RuntimeMethodHandle { }
    public abstract class Delegate
    {
        public static Delegate Combine(Delegate a, Delegate b) { return null; }
        public static Delegate Remove(Delegate a, Delegate b) { return null; }
    }

    public abstract class MulticastDelegate : Delegate { }
    public interface IAsyncResult { }
    public delegate void AsyncCallback(IAsyncResult result);
    public interface IDisposable { void Dispose(); }

    public delegate void Action();

    public abstract class Array : Collections.IEnumerable
    {
        public int Length => 0;
        public Collections.IEnumerator GetEnumerator() { return null; }
    }

    public sealed class String
    {
        public String(char[] characters) { }
        public static string Concat(string a, string b) { return null; }
        public static bool op_Equality(string a, string b) { return false; }
    }

    public abstract class Type
    {
        public static Type GetTypeFromHandle(RuntimeTypeHandle handle) { return null; }
    }

    public struct DateTime
    {
        private readonly long _ticks;
        public DateTime(long ticks) { _ticks = ticks; }
        public static DateTime UtcNow => default;
        public long Ticks => _ticks;
    }

    public class Exception
    {
        public Exception() { }
        public Exception(string message) { }
    }

    public class InvalidOperationException : Exception
    {
        public InvalidOperationException(string message) { }
    }

    public abstract class Attribute { }

    public enum AttributeTargets { Class = 4, Constructor = 32, Method = 64, Property = 128, Event = 512, Delegate = 4096, All = 32767 }

    public sealed class AttributeUsageAttribute : Attribute
    {
        public AttributeUsageAttribute(AttributeTargets on) { }
        public bool Inherited { get; set; }
        public bool AllowMultiple { get; set; }
    }

    public sealed class ParamArrayAttribute : Attribute { }
    public sealed class ThreadStaticAttribute : Attribute { }
}

namespace System.Collections
{
    public interface IEnumerable { IEnumerator GetEnumerator(); }

    public interface IEnumerator
    {
        object Current { get; }
        bool MoveNext();
    }

    public class ArrayList : IEnumerable
    {
        public int Add(object item) { return 0; }
        public IEnumerator GetEnumerator() { return null; }
    }
}

namespace System.Threading
{
    public delegate void TimerCallback(object state);

    public delegate void ThreadStart();

    public sealed class Thread
    {
        public Thread(ThreadStart body) { }
        public static void Sleep(int milliseconds) { }
        public bool Join(int milliseconds) { return false; }
        public void Join() { }
    }

    public static class Monitor
    {
        public static void Enter(object locked) { }
        public static void Exit(object locked) { }
    }

    public abstract class WaitHandle
    {
        public virtual bool WaitOne() { return false; }
        public virtual bool WaitOne(int milliseconds, bool exitContext) { return false; }
        public static int WaitAny(WaitHandle[] handles, int milliseconds, bool exitContext) { return 0; }
    }

    public sealed class AutoResetEvent : WaitHandle
    {
        public AutoResetEvent(bool isSet) { }
        public bool Set() { return false; }
    }

    public sealed class Timer
    {
        public Timer(TimerCallback callback, object state, int due, int period) { }
        public bool Change(int due, int period) { return false; }
    }

    public static class Interlocked
    {
        public static int Increment(ref int location) { return 0; }
    }
}

namespace System.Reflection
{
    public sealed class DefaultMemberAttribute : Attribute
    {
        public DefaultMemberAttribute(string name) { }
    }
}

namespace System.Runtime.CompilerServices
{
    public static class IsVolatile { }
    public sealed class CompilerGeneratedAttribute : Attribute { }

    public static class RuntimeHelpers
    {
        public static void InitializeArray(Array array, RuntimeFieldHandle field) { }
    }

    public static class RuntimeFeature
    {
        public const string DefaultImplementationsOfInterfaces = "DefaultImplementationsOfInterfaces";
    }

    public enum MethodImplOptions { Synchronized = 32, InternalCall = 4096 }

    public sealed class MethodImplAttribute : Attribute
    {
        public MethodImplAttribute(MethodImplOptions options) { }
    }
}

namespace System.Runtime.InteropServices
{
    public enum LayoutKind { Sequential = 0, Explicit = 2, Auto = 3 }

    public sealed class StructLayoutAttribute : Attribute
    {
        public StructLayoutAttribute(LayoutKind kind) { }
    }

    public sealed class FieldOffsetAttribute : Attribute
    {
        public FieldOffsetAttribute(int offset) { }
    }

    public sealed class InAttribute : Attribute { }
}
