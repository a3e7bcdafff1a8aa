#if !NANOFRAMEWORK_1_0
namespace NanoExecutor
{
    // Several processors: volatile keeps a store behind those before it and a load before those after it.
    internal partial class Tickets
    {
        /// <summary>Twice the tickets given, and 1 when closed. Any thread, by compare-exchange.</summary>
        private protected volatile int Head;

        /// <summary>
        /// Twice the tickets taken. The taker; of a ring that drops its oldest any thread, by compare-exchange.
        /// </summary>
        private protected volatile int Tail;

        // Any thread, by compare-exchange.
        private int _dropped;
    }
}
#endif
