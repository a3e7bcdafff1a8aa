// Heap: 36 bytes for each one made of a method group, at every conversion; invoking one costs nothing. The asynchronous
// halves that the compiler adds to a delegate type are not implemented on the device.
namespace System
{
    public delegate void Action();

    public delegate void AsyncCallback(IAsyncResult ar);

    public delegate void EventHandler(object sender, EventArgs e);

    public interface IAsyncResult
    {
    }

    public class EventArgs
    {
        public static readonly EventArgs Empty; // heap: 0

        public extern EventArgs(); // heap: 12
    }
}
