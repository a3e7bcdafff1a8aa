using System.Collections;
using System.Runtime.CompilerServices;

namespace System
{
    // Every use of a literal costs 12 bytes, of a constant too; a switch over strings 12 for each one compared.
    public sealed class String : IComparable, IEnumerable
    {
        public static readonly string Empty; // heap: 0

        public extern String(char c, int count); // heap: a string
        public extern String(char[] value); // heap: a string
        public extern String(char[] value, int startIndex, int length); // heap: a string

        [IndexerName("Chars")]
        public extern char this[int index] { get; } // heap: 0

        public extern int Length { get; } // heap: 0
        public static extern int Compare(string strA, string strB); // heap: 0
        public extern int CompareTo(object value); // heap: 0
        public extern int CompareTo(string strB); // heap: 0
        public static extern string Concat(object arg0); // heap: a string
        public static extern string Concat(object arg0, object arg1); // heap: strings, and 24 for each boxed value
        public static extern string Concat(object arg0, object arg1, object arg2); // heap: as above
        public static extern string Concat(params object[] args); // heap: as above, and the array
        public static extern string Concat(string str0, string str1); // heap: a string
        public static extern string Concat(string str0, string str1, string str2); // heap: a string
        public static extern string Concat(string str0, string str1, string str2, string str3); // heap: a string
        public static extern string Concat(params string[] values); // heap: a string and the array
        public extern bool Contains(string value); // heap: 0 beside the literal
        public extern bool EndsWith(string value); // heap: 0 beside the literal
        public override extern bool Equals(object obj); // heap: 0
        public static extern bool Equals(string a, string b); // heap: 0
        public static extern string Format(string format, params object[] args); // heap: 372 with one number
        public extern IEnumerator GetEnumerator(); // heap: an object; foreach over a string does not call it
        public extern int IndexOf(char value); // heap: 0
        public extern int IndexOf(char value, int startIndex); // heap: 0
        public extern int IndexOf(string value); // heap: 0 beside the literal
        public extern int IndexOf(string value, int startIndex); // heap: 0 beside the literal
        public static extern bool IsNullOrEmpty(string value); // heap: 0
        public extern int LastIndexOf(char value); // heap: 0
        public extern string PadLeft(int totalWidth, char paddingChar = ' '); // heap: strings
        public extern string PadRight(int totalWidth, char paddingChar = ' '); // heap: strings
        public extern bool StartsWith(string value); // heap: 0 beside the literal
        public extern string Substring(int startIndex); // heap: a string
        public extern string Substring(int startIndex, int length); // heap: a string
        public extern char[] ToCharArray(); // heap: an array
        public override extern string ToString(); // heap: 0
        public extern string Trim(); // heap: a string
        public static extern bool operator ==(string a, string b); // heap: 0 beside the literal
        public static extern bool operator !=(string a, string b); // heap: 0 beside the literal
    }
}
