// What the language needs. A call through an interface costs no heap.
namespace System
{
    public interface IDisposable
    {
        void Dispose(); // heap: 0
    }
}

namespace System.Collections
{
    // The compiler wants both for a foreach, also over an array, where it calls neither.
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
}
