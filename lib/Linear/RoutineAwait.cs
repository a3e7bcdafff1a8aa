using System;

namespace NanoExecutor
{
    /// <summary>
    /// For the code that is generated for routines: how it polls a future of which it does not know that it keeps the
    /// rules. Nothing here is to be called by hand.
    /// </summary>
    public static class RoutineAwait
    {
        /// <summary>
        /// Polls a future. One that throws is cancelled before the exception goes on: it may have left something in a
        /// line, and the routine that awaited it is over or does something else.
        /// </summary>
        /// <param name="future">The future.</param>
        /// <param name="waker">That of this poll.</param>
        /// <returns>Whether it is pending.</returns>
        /// <exception cref="InvalidOperationException">The poll returned neither Pending nor Ready.</exception>
        public static bool IsPending(Future future, Waker waker)
        {
            try
            {
                Poll result = future.Poll(waker);
                if (result != Poll.Pending && result != Poll.Ready)
                {
                    throw Throw.NoPoll(future, (int)result);
                }

                return result == Poll.Pending;
            }
            catch (Exception exception)
            {
                // Not in a finally block, which would run after the filters of the routine.
                Cleanup.CancelAfterThrow(future);
                throw Throw.Again(exception);
            }
        }
    }
}
