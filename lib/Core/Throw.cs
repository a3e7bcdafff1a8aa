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

        internal static Exception NullWaker()
        {
            return new ArgumentNullException(
                "waker",
                "A poll needs the waker of whoever polls, and null was given; spawn the future, or poll it with the "
                + "waker that the poll around it was given.");
        }

        internal static Exception Null(string what, string who)
        {
            return new ArgumentNullException(what, who + " needs a " + what + "; null was given.");
        }

        /// <summary>For a member of something that is closed.</summary>
        internal static Exception Closed(string what)
        {
#if NANOFRAMEWORK_1_0
            return new ObjectDisposedException(what + " is closed; make a new one.");
#else
            // Here the only argument of a single one would be the name of the object.
            return new ObjectDisposedException(what, what + " is closed; make a new one.");
#endif
        }

        internal static Exception NoChoice(string what, int given, int last)
        {
            return new ArgumentOutOfRangeException(
                what,
                what + " is " + given.ToString() + ", which is no value of its type; give 0 to " + last.ToString() + ".");
        }

        internal static Exception NegativeNearDeadline(long given)
        {
            return NegativeTime("NearDeadline", given);
        }

        internal static Exception NegativeGiveWayAfter(long given)
        {
            return NegativeTime("GiveWayAfter", given);
        }

        private static Exception NegativeTime(string property, long given)
        {
            return new ArgumentOutOfRangeException(
                "value", property + " of " + given.ToString() + " microseconds; give 0 or more.");
        }

        internal static Exception NegativeReserve(int given)
        {
            return new ArgumentOutOfRangeException(
                "value", "MemoryReserve of " + given.ToString() + " bytes; give 0 or more.");
        }

        internal static Exception NoParker(Machine machine)
        {
            return new InvalidOperationException(
                machine.GetType().Name + ".NewParker returned null; an executor needs a parker of its own.");
        }

        internal static Exception RingSize(int given, int min, int max)
        {
            return new ArgumentOutOfRangeException(
                "records",
                "A ring of " + given.ToString() + " records; give " + min.ToString() + " to " + max.ToString() + ".");
        }

        internal static Exception StreamRate(int given)
        {
            return new ArgumentOutOfRangeException(
                "bytesPerSecond",
                "A stream of " + given.ToString() + " bytes a second; give 1000 or more, or the names alone do not fit.");
        }

        internal static Exception SecondTracer()
        {
            return new InvalidOperationException(
                "This tracer belongs to another executor already; make one for each.");
        }

        internal static Exception TableFull(int capacity)
        {
            return new InvalidOperationException(
                "Executor has " + capacity.ToString()
                + " slots and all are taken; raise the capacity given to its constructor.");
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
                "Executor is already running: a task or another thread called Run again; Run is not reentrant.");
        }

        internal static Exception ExecutorClosed()
        {
            return Closed("Executor");
        }

        internal static Exception CloseWhileRunning()
        {
            return new InvalidOperationException(
                "Executor is running; call Stop and let Run return before Close.");
        }

        internal static Exception SecondOwner(Future future, TaskWaker owner, TaskWaker task)
        {
            string name = future.GetType().Name;
            if (owner == task)
            {
                return new InvalidOperationException(
                    TaskName(owner) + " awaits one " + name + " at two places at once; make a second one, or cancel the "
                    + "combinator that has it before it is awaited elsewhere.");
            }

            return new InvalidOperationException(
                TaskName(task) + " polled a " + name + " that " + TaskName(owner)
                + " awaits. One future is awaited by one task at a time; make one for each, or cancel it before another task "
                + "awaits it.");
        }

        private static string TaskName(TaskWaker task)
        {
            long handle = task.Handle;
            return "Task " + handle.ToString() + " (" + task.Future.GetType().Name + ", slot " + task.Slot.ToString() + ")";
        }

        internal static Exception OwnTask(int slot)
        {
            return new InvalidOperationException(
                "The task in slot " + slot.ToString()
                + " is being polled; it ends itself by returning Ready and not by its own handle.");
        }

        /// <summary>
        /// What was caught, thrown once more to whoever waits for it: with the stack of its origin where there is one to
        /// keep. On nanoCLR a throw allocates its stack trace.
        /// </summary>
        internal static Exception Again(Exception exception)
        {
#if !NANOFRAMEWORK_1_0
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(exception).Throw();
#endif
            return exception;
        }

        internal static Exception NoPoll(Future future, int given)
        {
            return new InvalidOperationException(
                future.GetType().Name + ".Poll returned " + given.ToString() + "; return Pending (0) or Ready (1).");
        }

        internal static Exception OnlyFaulted(int faulted, Exception first)
        {
            return new InvalidOperationException(
                "Only tasks that threw are left, " + faulted.ToString()
                + " of them, and nothing can wake the executor any more; set OnFault to handle that. The first threw "
                + first.GetType().Name + ": " + first.Message,
                first);
        }

        internal static Exception AwaitedIsGone(bool aborted)
        {
            return new InvalidOperationException(
                aborted
                    ? "The future given to BlockOn was aborted by a task or a hook before it was ready; do not abort what "
                        + "BlockOn waits for."
                    : "The future given to BlockOn was taken out by a task or a hook before it was ready; do not take out what "
                        + "BlockOn waits for.");
        }

        internal static Exception WrongThread()
        {
            return new InvalidOperationException(
                "This member is for the thread that runs the executor, and another thread called it during a run; wake a task "
                + "that calls it, or call it before Run.");
        }

        /// <summary>What is written out of a fault that nobody handles.</summary>
        internal static string FaultMessage(long handle, Future future, Exception exception)
        {
#if NANOFRAMEWORK_1_0
            string where = exception.StackTrace;
#else
            string where = exception.ToString();
#endif
            return "Task " + handle.ToString() + " (" + future.GetType().Name + ") threw "
                + exception.GetType().Name + ": " + exception.Message + "\r\n" + where;
        }

        internal static Exception NotFaulted(long handle)
        {
            return new InvalidOperationException(
                "Handle " + handle.ToString() + " names no faulted task; only a faulted one can be restarted.");
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

        internal static Exception DurationOutOfRange(long given)
        {
            return TimeOutOfRange("duration", given);
        }

        internal static Exception ToleranceOutOfRange(long given)
        {
            return TimeOutOfRange("tolerance", given);
        }

        internal static Exception SettleOutOfRange(long given)
        {
            return TimeOutOfRange("settle", given);
        }

        internal static Exception PeriodOutOfRange(long given)
        {
            return new ArgumentOutOfRangeException(
                "period",
                "Period of " + given.ToString() + " microseconds; give 1 to Duration.Longest (" + Duration.Longest.ToString()
                + ").");
        }

        internal static Exception WithinOutOfRange(long given)
        {
            return new ArgumentOutOfRangeException(
                "within",
                "Restarts counted within " + given.ToString() + " microseconds; give 1 to Duration.Longest ("
                + Duration.Longest.ToString() + ").");
        }

        internal static Exception TimerElsewhere()
        {
            return new InvalidOperationException(
                "This timer stands in the queue of another executor that is running; take the future out with "
                + "Executor.Detach on its thread before another executor polls it.");
        }

        internal static Exception NoSource(int id, int count)
        {
            return NoSource("id", id, count);
        }

        internal static Exception NoSource(string name, int id, int count)
        {
            return new ArgumentOutOfRangeException(
                name, "Source " + id.ToString() + " does not exist; the reactor has sources 0 to "
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
            return Closed("Reactor");
        }
    }
}
