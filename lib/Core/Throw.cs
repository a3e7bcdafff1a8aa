using System;

namespace NanoExecutor
{
    /// <summary>
    /// The exceptions of the library, made here so that no hot method carries their text: on nanoCLR each use of a
    /// string literal allocates.
    /// </summary>
    [ThrowHelper]
    internal static partial class Throw
    {
        internal static Exception NullFuture()
        {
            return new ArgumentNullException("future", "A task needs a future; null was given.");
        }

        internal static Exception NullMachine(string what)
        {
            return new ArgumentNullException(what, "An executor needs a " + what + "; null was given.");
        }

        internal static Exception Capacity(string what, int given, int most)
        {
            return new ArgumentOutOfRangeException(
                what, what + " is " + given.ToString() + "; give 1 to " + most.ToString() + ".");
        }

        internal static Exception TableFull(int capacity)
        {
            return new InvalidOperationException(
                "Executor has " + capacity.ToString()
                + " slots and all are taken; raise the capacity given to its constructor.");
        }

        internal static Exception TimerQueueFull(int capacity)
        {
            return new InvalidOperationException(
                "Timer queue has " + capacity.ToString()
                + " places and all are taken; raise the timers given to the constructor of Executor.");
        }

        internal static Exception AlreadySpawned(int slot)
        {
            return new InvalidOperationException(
                "This future is already a task in slot " + slot.ToString()
                + "; spawn another instance or take this one out first.");
        }

        internal static Exception AlreadyRunning()
        {
            return new InvalidOperationException(
                "Executor is already running: a task or another thread called Run again; one thread runs it once at a time.");
        }

        internal static Exception ExecutorClosed()
        {
            return new ObjectDisposedException("Executor is closed; make a new one.");
        }

        internal static Exception CloseWhileRunning()
        {
            return new InvalidOperationException(
                "Executor is running; call Stop and let Run return before Close.");
        }

        internal static Exception OwnTask(int slot)
        {
            return new InvalidOperationException(
                "The task in slot " + slot.ToString()
                + " is being polled; it ends itself by returning Ready and not by its own handle.");
        }

        /// <summary>
        /// What a task threw, thrown once more to whoever waits for it. On nanoCLR a throw allocates its stack trace.
        /// </summary>
        internal static Exception Again(Exception exception)
        {
            return exception;
        }

        internal static Exception NotFaulted(long handle)
        {
            return new InvalidOperationException(
                "Handle " + handle.ToString() + " names no faulted task; only a faulted one can be restarted.");
        }

        internal static Exception InUse(string what)
        {
            return new InvalidOperationException(
                "This " + what + " belongs to another executor; give each executor its own " + what + ".");
        }

        internal static Exception DelayNotArmed()
        {
            return new InvalidOperationException(
                "Delay was polled before it was armed or after it had finished; call For or Until first.");
        }

        internal static Exception DelayPending()
        {
            return new InvalidOperationException(
                "Delay is still pending; let it finish or call Cancel before it is armed again.");
        }

        internal static Exception DelayOutOfRange(long given)
        {
            return new ArgumentOutOfRangeException(
                "duration",
                "Delay of " + given.ToString() + " microseconds; give 0 to Duration.Longest (" + Duration.Longest.ToString()
                + ").");
        }

        internal static Exception PeriodOutOfRange(long given)
        {
            return new ArgumentOutOfRangeException(
                "period",
                "Period of " + given.ToString() + " microseconds; give 1 to Duration.Longest (" + Duration.Longest.ToString()
                + ").");
        }

        internal static Exception TimerElsewhere()
        {
            return new InvalidOperationException(
                "This timer stands in the queue of another executor that is running; take the future out with "
                + "Executor.Take on its thread before another executor polls it.");
        }

        internal static Exception NoSource(int id, int count)
        {
            return new ArgumentOutOfRangeException(
                "id", "Source " + id.ToString() + " does not exist; the reactor has sources 0 to "
                + (count - 1).ToString() + ".");
        }

        internal static Exception SourceTaken(int id)
        {
            return new InvalidOperationException(
                "Source " + id.ToString() + " is registered already; one future waits for a source. Release it first or "
                + "use another id.");
        }

        internal static Exception SourceFinished(int id)
        {
            return new InvalidOperationException(
                "Source " + id.ToString() + " is not registered or has finished; register it before it is raised.");
        }

        internal static Exception ReactorClosed()
        {
            return new ObjectDisposedException("Reactor is closed; make a new one.");
        }
    }
}
