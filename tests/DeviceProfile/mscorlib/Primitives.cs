// The primitives: no heap use but where they are boxed (24 bytes) or turned into text.
namespace System
{
    public struct Void
    {
    }

    public struct Boolean
    {
        private readonly bool _value;
    }

    public struct Char
    {
        private readonly char _value;
    }

    public struct Byte
    {
        private readonly byte _value;

        public override extern string ToString(); // heap: 60
    }

    public struct Int16
    {
        private readonly short _value;

        public const short MaxValue = 32767; // heap: 0
    }

    public struct UInt16
    {
        private readonly ushort _value;
    }

    public struct Int32
    {
        private readonly int _value;

        public const int MaxValue = 2147483647; // heap: 0
        public const int MinValue = -2147483648; // heap: 0

        public override extern string ToString(); // heap: 60
    }

    public struct UInt32
    {
        private readonly uint _value;

        public const uint MaxValue = 4294967295; // heap: 0

        public override extern string ToString(); // heap: 60
    }

    public struct Int64
    {
        private readonly long _value;

        public const long MaxValue = 9223372036854775807; // heap: 0
        public const long MinValue = -9223372036854775808; // heap: 0

        public override extern string ToString(); // heap: 60
    }

    public struct UInt64
    {
        private readonly ulong _value;
    }

    public struct IntPtr
    {
    }

    public struct UIntPtr
    {
    }
}
