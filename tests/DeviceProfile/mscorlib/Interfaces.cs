// What the language needs, and what classes here promise. A call through an interface costs no heap.
namespace System
{
    public interface ICloneable
    {
        object Clone(); // heap: a copy
    }

    public interface IComparable
    {
        int CompareTo(object obj); // heap: 24 for a primitive, boxed
    }

    public interface IDisposable
    {
        void Dispose(); // heap: 0
    }
}

namespace System.Collections
{
    public interface IEnumerable
    {
        IEnumerator GetEnumerator(); // heap: an object; 72 for a foreach over an ArrayList
    }

    public interface IEnumerator
    {
        object Current { get; } // heap: 24 for a primitive, boxed
        bool MoveNext(); // heap: 0
        void Reset(); // heap: 0
    }

    public interface ICollection : IEnumerable
    {
        int Count { get; } // heap: 0
        object SyncRoot { get; } // heap: 0
        bool IsSynchronized { get; } // heap: 0
        void CopyTo(Array array, int index); // heap: 0
    }

    public interface IList : ICollection
    {
        object this[int index] { get; set; } // heap: 24 for a primitive, boxed
        bool IsReadOnly { get; } // heap: 0
        bool IsFixedSize { get; } // heap: 0
        int Add(object value); // heap: 24 for a primitive, boxed
        bool Contains(object value); // heap: 24 for a primitive, boxed
        void Clear(); // heap: 0
        int IndexOf(object value); // heap: 24 for a primitive, boxed
        void Insert(int index, object value); // heap: 24 for a primitive, boxed
        void Remove(object value); // heap: 24 for a primitive, boxed
        void RemoveAt(int index); // heap: 0
    }
}
