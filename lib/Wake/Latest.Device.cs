#if NANOFRAMEWORK_1_0
namespace NanoExecutor
{
    // One native thread runs all managed ones.
    internal abstract partial class Latest
    {
        // The latest place and 1; 0 for none. Any thread, by exchange.
        private int _latest;
    }
}
#endif
