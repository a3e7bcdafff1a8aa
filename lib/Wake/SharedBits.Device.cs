#if NANOFRAMEWORK_1_0
namespace NanoExecutor
{
    // One native thread runs all managed ones.
    internal sealed partial class SharedBits
    {
        // Any thread, by compare-exchange.
        private int _bits;
    }
}
#endif
