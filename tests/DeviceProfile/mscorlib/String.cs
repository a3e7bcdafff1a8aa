using System.Runtime.CompilerServices;

namespace System
{
    // Every use of a literal costs 12 bytes, of a constant too; a switch over strings 12 for each one compared.
    public sealed class String
    {
        public extern String(char c, int count); // heap: a string

        [IndexerName("Chars")]
        public extern char this[int index] { get; } // heap: 0

        public extern int Length { get; } // heap: 0
        public static extern string Concat(string str0, string str1); // heap: a string
        public static extern string Concat(string str0, string str1, string str2); // heap: a string
        public static extern string Concat(string str0, string str1, string str2, string str3); // heap: a string
        public static extern string Concat(params string[] values); // heap: a string and the array
        public extern int IndexOf(string value); // heap: 0 beside the literal
        public static extern bool operator ==(string a, string b); // heap: 0 beside the literal
        public static extern bool operator !=(string a, string b); // heap: 0 beside the literal
    }
}
