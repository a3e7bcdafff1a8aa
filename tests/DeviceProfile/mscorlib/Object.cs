// The roots of the type system. Every instance of a class costs 12 bytes and 12 for each field, whatever the field's type.
namespace System
{
    public class Object
    {
        public extern Object(); // heap: 12 + 12 for each field
        public virtual extern bool Equals(object obj); // heap: 0
        public static extern bool Equals(object objA, object objB); // heap: 0
        public virtual extern int GetHashCode(); // heap: 0
        public extern Type GetType(); // heap: 12
        public static extern bool ReferenceEquals(object objA, object objB); // heap: 0
        public virtual extern string ToString(); // heap: a string
    }

    // A struct that is not a primitive is an object wherever it is a local, a parameter or a result.
    public abstract class ValueType
    {
        protected extern ValueType(); // heap: 36 for a local of two fields
        public override extern bool Equals(object obj); // heap: 24, the boxed value
    }

    public abstract class Enum : ValueType
    {
        protected extern Enum(); // heap: 0, an enum is its integer
        public extern bool HasFlag(Enum flag); // heap: 48, two boxed values
        public override extern string ToString(); // heap: 24 and a string
    }

    public abstract class Array : ICloneable, Collections.IList
    {
        public extern int Length { get; } // heap: 0
        public extern object SyncRoot { get; } // heap: 0
        public extern bool IsSynchronized { get; } // heap: 0
        public extern bool IsReadOnly { get; } // heap: 0
        public extern bool IsFixedSize { get; } // heap: 0
        extern int Collections.ICollection.Count { get; } // heap: 0
        extern object Collections.IList.this[int index] { get; set; } // heap: 24 for a primitive, the boxed value

        protected extern Array(); // heap: 36 for int[4], 72 for object[4], 84 for byte[64]
        public static extern void Clear(Array array, int index, int length); // heap: 0
        public extern object Clone(); // heap: an array
        public static extern void Copy(Array sourceArray, Array destinationArray, int length); // heap: 0
        public static extern void Copy(
            Array sourceArray, int sourceIndex, Array destinationArray, int destinationIndex, int length); // heap: 0
        public extern void CopyTo(Array array, int index); // heap: 0
        public extern Collections.IEnumerator GetEnumerator(); // heap: an object; foreach over an array does not call it
        extern int Collections.IList.Add(object value); // heap: 0, throws
        extern void Collections.IList.Clear(); // heap: 0
        extern bool Collections.IList.Contains(object value); // heap: 0
        extern int Collections.IList.IndexOf(object value); // heap: 0
        extern void Collections.IList.Insert(int index, object value); // heap: 0, throws
        extern void Collections.IList.Remove(object value); // heap: 0, throws
        extern void Collections.IList.RemoveAt(int index); // heap: 0, throws
    }

    // Invoking a delegate and raising an event cost nothing, nor does a lambda that captures nothing after its first use.
    public abstract class Delegate
    {
        protected extern Delegate(); // heap: 36, of a method group at every conversion; 60 for a lambda that captures
        public static extern Delegate Combine(Delegate a, Delegate b); // heap: a delegate
        public override extern bool Equals(object obj); // heap: 0
        public static extern Delegate Remove(Delegate source, Delegate value); // heap: a delegate if one is left
        public static extern bool operator ==(Delegate d1, Delegate d2); // heap: 0
        public static extern bool operator !=(Delegate d1, Delegate d2); // heap: 0
    }

    public abstract class MulticastDelegate : Delegate
    {
        protected extern MulticastDelegate(); // heap: as Delegate
        public override extern bool Equals(object obj); // heap: 0
        public static extern bool operator ==(MulticastDelegate d1, MulticastDelegate d2); // heap: 0
        public static extern bool operator !=(MulticastDelegate d1, MulticastDelegate d2); // heap: 0
    }
}
