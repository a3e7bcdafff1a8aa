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
    internal static class Sleepers
    {
        private const int LongestText = 160;

        /// <summary>As "slot 0 reporter: Reporter line 41 > SemaphoreAcquire of 1 permits; slot 1: …".</summary>
        internal static string Describe(TaskTable tasks)
        {
            LineWriter line = new LineWriter(new byte[LongestText + 1]);
            Description description = new Description(line) { LooksIntoFields = true };
            string text = string.Empty;
            for (int slot = 0; slot < tasks.HighWater; slot++)
            {
                TaskWaker task = tasks.Wakers[slot];
                if (tasks.IsAsleep(task))
                {
                    string name = tasks.NameAt(slot);
                    line.Clear();
                    description.Begin(task);
                    task.Future.Describe(description);
                    text += (text.Length == 0 ? "slot " : "; slot ") + slot.ToString() + (name == null ? ": " : " " + name + ": ");
                    for (int i = 0; i < line.Length; i++)
                    {
                        text += ((char)line.Buffer[i]).ToString();
                    }
                }
            }

            return text;
        }

#if !NANOFRAMEWORK_1_0
        /// <summary>
        /// The futures in the fields of one that does not describe itself, of those that keep a waker of the task or are made of
        /// one that does. Only on the desktop, and only where somebody asks.
        /// </summary>
        internal static List<Future> Awaited(Future future, TaskWaker task)
        {
            List<Future> awaited = new List<Future>();
            foreach (object value in Values(future))
            {
                foreach (Future child in value as Future[] ?? new[] { value as Future })
                {
                    HashSet<object> seen = new HashSet<object>(ReferenceEqualityComparer.Instance) { future };
                    if (child != null && !awaited.Contains(child) && Waits(child, task, seen))
                    {
                        awaited.Add(child);
                    }
                }
            }

            return awaited;
        }

        private static bool Waits(Future future, TaskWaker task, HashSet<object> seen)
        {
            if (!seen.Add(future))
            {
                return false;
            }

            foreach (object value in Values(future))
            {
                if (value is Waker waker && waker.Task == task)
                {
                    return true;
                }

                foreach (Future child in value as Future[] ?? new[] { value as Future })
                {
                    if (child != null && Waits(child, task, seen))
                    {
                        return true;
                    }
                }
            }

            return future is NeverFuture;
        }

        private static IEnumerable<object> Values(Future future)
        {
            const BindingFlags Declared =
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
            for (Type type = future.GetType(); type != typeof(Future); type = type.BaseType)
            {
                foreach (FieldInfo field in type.GetFields(Declared))
                {
                    yield return field.GetValue(future);
                }
            }
        }
#endif
    }
}
