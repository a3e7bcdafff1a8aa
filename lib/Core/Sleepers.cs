#if !NANOFRAMEWORK_1_0
using System;
using System.Collections.Generic;
using System.Reflection;

#endif
namespace NanoExecutor
{
    /// <summary>
    /// Says of each task that sleeps what it waits for, for the message of a machine on which nothing will wake it.
    /// </summary>
    /// <remarks>
    /// A device names the tasks. On the desktop the futures that a task is made of are looked through as well: the one
    /// that keeps a waker of the task is what it waits for.
    /// </remarks>
    internal static class Sleepers
    {
        /// <summary>As "slot 0: Reporter waits for SemaphoreAcquire; slot 1: …".</summary>
        internal static string Describe(TaskTable tasks)
        {
            string text = string.Empty;
            for (int slot = 0; slot < tasks.HighWater; slot++)
            {
                TaskWaker task = tasks.Wakers[slot];
                if (tasks.IsAsleep(task))
                {
                    text += (text.Length == 0 ? "slot " : "; slot ") + slot.ToString() + ": "
                        + task.Future.GetType().Name + Awaited(task);
                }
            }

            return text;
        }

#if NANOFRAMEWORK_1_0
        private static string Awaited(TaskWaker task)
        {
            return string.Empty;
        }
#else
        private static string Awaited(TaskWaker task)
        {
            List<string> awaited = new List<string>();
            Look(task.Future, task, awaited, new HashSet<object>(ReferenceEqualityComparer.Instance));
            return awaited.Count == 0 ? string.Empty : " waits for " + string.Join(" and ", awaited);
        }

        // True if something beneath keeps a waker: then that is what is waited for, and this keeps one for its sake.
        private static bool Look(Future future, TaskWaker task, List<string> awaited, HashSet<object> seen)
        {
            const BindingFlags Declared =
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
            if (!seen.Add(future))
            {
                return false;
            }

            bool waits = false;
            bool beneath = false;
            for (Type type = future.GetType(); type != typeof(Future); type = type.BaseType)
            {
                foreach (FieldInfo field in type.GetFields(Declared))
                {
                    object value = field.GetValue(future);
                    if (value is Waker waker)
                    {
                        waits |= waker.Task == task;
                    }
                    else if (value is Future child)
                    {
                        beneath |= Look(child, task, awaited, seen);
                    }
                    else if (value is Future[] children)
                    {
                        foreach (Future one in children)
                        {
                            beneath |= Look(one, task, awaited, seen);
                        }
                    }
                }
            }

            waits |= future is NeverFuture;
            if (waits && (!beneath || future is TimedFuture))
            {
                awaited.Add(future.GetType().Name + Detail(future));
            }

            return waits || beneath;
        }

        private static string Detail(Future future)
        {
            object id = future.GetType().GetProperty("Id")?.GetValue(future);
            if (id != null)
            {
                return " of source " + id.ToString();
            }

            if (future is TimedFuture timed)
            {
                long deadline = timed.Deadline;
                return " until " + deadline.ToString();
            }

            return string.Empty;
        }
#endif
    }
}
