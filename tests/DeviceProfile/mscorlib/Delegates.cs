// Heap: 36 bytes for each one made of a method group, at every conversion; invoking one costs nothing. There is no
// AsyncCallback here, so that the compiler leaves out the asynchronous half of a delegate, which no device has.
namespace System
{
    public delegate void Action();
}
