#if !NANOFRAMEWORK_1_0
namespace NanoExecutor
{
    // Several processors: volatile keeps a load before those after it.
    internal sealed partial class SharedBits
    {
        // Any thread, by compare-exchange.
        private volatile int _bits;
    }
}
#endif
