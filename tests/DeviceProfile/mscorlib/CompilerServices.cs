// What the compiler emits calls to, or reads.
namespace System
{
    public struct RuntimeFieldHandle
    {
    }

    public struct RuntimeTypeHandle
    {
    }
}

namespace System.Runtime.CompilerServices
{
    public sealed class IndexerNameAttribute : Attribute
    {
        public extern IndexerNameAttribute(string indexerName);
    }

    public sealed class InternalsVisibleToAttribute : Attribute
    {
        public extern InternalsVisibleToAttribute(string assemblyName);
    }

    public static class RuntimeHelpers
    {
        public static extern void InitializeArray(Array array, RuntimeFieldHandle fldHandle); // heap: the array
    }
}
