// What the language needs. A call through an interface costs no heap.
namespace System
{
    public interface IDisposable
    {
        void Dispose(); // heap: 0
    }
}
