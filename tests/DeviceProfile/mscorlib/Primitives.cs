// The primitives: no heap use but where they are boxed (24 bytes) or turned into text.
namespace System
{
    public struct Void
    {
    }

    public struct Boolean
    {
        private readonly bool _value;

        public override extern string ToString(); // heap: a string
    }

    public struct Char
    {
        private readonly char _value;

        public override extern string ToString(); // heap: a string
    }

    public struct Byte
    {
        private readonly byte _value;

        public const byte MaxValue = 255; // heap: 0
        public const byte MinValue = 0; // heap: 0

        public override extern string ToString(); // heap: 60
        public extern string ToString(string format); // heap: 60 and the literal
    }

    public struct SByte
    {
        private readonly sbyte _value;

        public const sbyte MaxValue = 127; // heap: 0
        public const sbyte MinValue = -128; // heap: 0

        public override extern string ToString(); // heap: 60
        public extern string ToString(string format); // heap: 60 and the literal
    }

    public struct Int16
    {
        private readonly short _value;

        public const short MaxValue = 32767; // heap: 0
        public const short MinValue = -32768; // heap: 0

        public override extern string ToString(); // heap: 60
        public extern string ToString(string format); // heap: 60 and the literal
    }

    public struct UInt16
    {
        private readonly ushort _value;

        public const ushort MaxValue = 65535; // heap: 0
        public const ushort MinValue = 0; // heap: 0

        public override extern string ToString(); // heap: 60
        public extern string ToString(string format); // heap: 60 and the literal
    }

    public struct Int32
    {
        private readonly int _value;

        public const int MaxValue = 2147483647; // heap: 0
        public const int MinValue = -2147483648; // heap: 0

        public override extern string ToString(); // heap: 60
        public extern string ToString(string format); // heap: 60 and the literal
    }

    public struct UInt32
    {
        private readonly uint _value;

        public const uint MaxValue = 4294967295; // heap: 0
        public const uint MinValue = 0; // heap: 0

        public override extern string ToString(); // heap: 60
        public extern string ToString(string format); // heap: 60 and the literal
    }

    public struct Int64
    {
        private readonly long _value;

        public const long MaxValue = 9223372036854775807; // heap: 0
        public const long MinValue = -9223372036854775808; // heap: 0

        public override extern string ToString(); // heap: 60
        public extern string ToString(string format); // heap: 60 and the literal
    }

    public struct UInt64
    {
        private readonly ulong _value;

        public const ulong MaxValue = 18446744073709551615; // heap: 0
        public const ulong MinValue = 0; // heap: 0

        public override extern string ToString(); // heap: 60
        public extern string ToString(string format); // heap: 60 and the literal
    }

    public struct Single
    {
        private readonly float _value;

        public override extern string ToString(); // heap: a string
        public extern string ToString(string format); // heap: a string and the literal
    }

    public struct Double
    {
        private readonly double _value;

        public override extern string ToString(); // heap: a string
        public extern string ToString(string format); // heap: a string and the literal
    }

    public struct IntPtr
    {
    }

    public struct UIntPtr
    {
    }
}
