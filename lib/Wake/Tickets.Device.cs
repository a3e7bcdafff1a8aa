#if NANOFRAMEWORK_1_0
namespace NanoExecutor
{
    // One native thread runs all managed ones: a plain store is seen in the order written.
    internal partial class Tickets
    {
        /// <summary>Twice the tickets given, and 1 when closed. Any thread, by compare-exchange.</summary>
        private protected int Head;

        /// <summary>
        /// Twice the tickets taken. The taker; of a ring that drops its oldest any thread, by compare-exchange.
        /// </summary>
        private protected int Tail;

        // Any thread, by compare-exchange.
        private int _dropped;
    }
}
#endif
