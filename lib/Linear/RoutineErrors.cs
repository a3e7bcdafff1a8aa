using System;

namespace NanoExecutor
{
    /// <summary>
    /// For the code that is generated for routines: what it throws. Nothing here is to be called by hand.
    /// </summary>
    [ThrowHelper]
    public static class RoutineErrors
    {
        /// <summary><see cref="NotPollable"/>: it has parameters and was not given any.</summary>
        public const int NotStarted = -1;

        /// <summary><see cref="NotPollable"/>: it ran to its end or was cancelled.</summary>
        public const int Finished = -2;

        /// <summary><see cref="NotPollable"/>: inside a poll, or left by an exception.</summary>
        public const int Running = -3;

        /// <summary>For a poll of a routine that is not armed.</summary>
        /// <param name="state">One of the constants here.</param>
        public static Exception NotPollable(int state)
        {
            if (state == NotStarted)
            {
                return new InvalidOperationException("Routine was polled before it was started; call Start first.");
            }

            if (state == Finished)
            {
                return new InvalidOperationException(
                    "Routine was polled after it had finished or was cancelled; call Start to run it again.");
            }

            return new InvalidOperationException(
                "Routine was polled while it runs or after it had thrown; a routine cannot await itself, and one that threw "
                + "has to be started again.");
        }

        /// <summary>For a start of a routine that is pending.</summary>
        public static Exception StillPending()
        {
            return new InvalidOperationException(
                "Routine is still pending; let it finish or call Cancel before it is started again.");
        }

        /// <summary>For a call of Await that was not lowered.</summary>
        public static Exception NotLowered()
        {
            return new InvalidOperationException(
                "Await was called as a method; it works only in a method marked [Linear], of a class that the generator of "
                + "NanoExecutor has completed.");
        }

        /// <summary>For a future whose poll returned neither Pending nor Ready.</summary>
        /// <param name="future">The future.</param>
        /// <param name="result">What it returned.</param>
        public static Exception NoPollResult(Future future, Poll result)
        {
            return Throw.NoPoll(future, (int)result);
        }

        /// <summary>
        /// Throws an exception again that was kept across an Await; with its stack trace where there is one to keep.
        /// </summary>
        /// <param name="exception">What was caught.</param>
        public static Exception Rethrow(Exception exception)
        {
            return Throw.Again(exception);
        }
    }
}
