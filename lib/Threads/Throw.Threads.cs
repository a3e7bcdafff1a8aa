using System;

namespace NanoExecutor
{
    // What threads and workers throw.
    internal static partial class Throw
    {
        internal static Exception NullBody()
        {
            return new ArgumentNullException("body", "A thread needs something to run; null was given.");
        }

        internal static Exception NoSuchThreadState(int given)
        {
            return new ArgumentOutOfRangeException(
                "state",
                "A thread gets to Running and then to Exited; wait for one of these, not for state " + given.ToString()
                + ".");
        }

        internal static Exception ThreadStarted()
        {
            return new InvalidOperationException("This thread was started before; make a new one for another run.");
        }

        internal static Exception WorkerFull(int calls)
        {
            return new InvalidOperationException(
                "Worker has " + calls.ToString()
                + " calls and all are made; raise the number given to its constructor.");
        }

        internal static Exception WorkerClosed()
        {
            return Closed("Worker");
        }

        internal static Exception CallPending()
        {
            return new InvalidOperationException(
                "This call is still pending; let it finish or call Cancel before it gets another argument.");
        }
    }
}
