using System;

namespace NanoExecutor
{
    /// <summary>
    /// Lets go of futures so that one that throws while it cleans up does not keep the others from it. The first
    /// exception is the one that counts.
    /// </summary>
    internal static class Cleanup
    {
        /// <summary>Cancels a future.</summary>
        /// <param name="future">The future.</param>
        /// <param name="first">What was thrown before, or null.</param>
        /// <returns>What was thrown first, or null.</returns>
        internal static Exception Cancel(Future future, Exception first)
        {
            try
            {
                future.Cancel();
            }
            catch (Exception exception)
            {
                return first == null ? exception : first;
            }

            return first;
        }

        /// <summary>Detaches a future; as <see cref="Cancel(Future, Exception)"/>.</summary>
        internal static Exception Detach(Future future, Exception first)
        {
            try
            {
                future.Detach();
            }
            catch (Exception exception)
            {
                return first == null ? exception : first;
            }

            return first;
        }

        /// <summary>
        /// Cancels a future while an exception is on its way, which counts: what this one throws as well is dropped.
        /// </summary>
        /// <remarks>
        /// For a catch block that throws <see cref="Throw.Again"/> afterwards, not for a finally block: on nanoCLR an exception that
        /// is caught within a finally block takes the one on its way with it, and the code behind the block runs as if nothing
        /// had been thrown.
        /// </remarks>
        internal static void CancelAfterThrow(Future future)
        {
            Cancel(future, null);
        }
    }
}
