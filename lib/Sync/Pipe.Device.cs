#if NANOFRAMEWORK_1_0
namespace NanoExecutor
{
    // One native thread runs all managed ones: a plain store is seen in the order written. The fence vanishes here.
    public sealed partial class Pipe
    {
        // Bytes written so far, and so far begun to be. The writing side.
        private int _head;
        private int _begun;

        // Bytes read so far. The reading side.
        private int _tail;

        // The writing side.
        private bool _closed;
    }
}
#endif
