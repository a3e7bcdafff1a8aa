using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;

namespace NanoExecutor.Benchmarks
{
    /// <summary>
    /// What objects would take on a 32-bit nanoCLR, whose heap consists of blocks of 12 bytes: one for an object and one for
    /// each of its fields; an array has a head of 20 bytes, and its references are blocks.
    /// </summary>
    internal static class HeapBlocks
    {
        private const int Block = 12;
        private const int ArrayHead = 20;

        /// <summary>Bytes of an object and of all it refers to.</summary>
        internal static long Of(object root)
        {
            HashSet<object> seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
            Stack<object> open = new Stack<object>();
            open.Push(root);
            long bytes = 0;
            while (open.Count > 0)
            {
                object next = open.Pop();
                if (next != null && !(next is Pointer) && seen.Add(next))
                {
                    bytes += next is Array array ? OfArray(array, open) : OfObject(next, open);
                }
            }

            return bytes;
        }

        private static long OfArray(Array array, Stack<object> open)
        {
            Type element = array.GetType().GetElementType();
            if (element.IsPrimitive)
            {
                return Blocks(ArrayHead + Buffer.ByteLength(array));
            }

            foreach (object item in array)
            {
                open.Push(item);
            }

            return Blocks(ArrayHead + ((long)array.Length * Block));
        }

        private static long OfObject(object item, Stack<object> open)
        {
            long bytes = Block;
            for (Type type = item.GetType(); type != null; type = type.BaseType)
            {
                FieldInfo[] fields = type.GetFields(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
                bytes += fields.Length * Block;
                foreach (FieldInfo field in fields.Where(f => !f.FieldType.IsValueType))
                {
                    open.Push(field.GetValue(item));
                }
            }

            return bytes;
        }

        private static long Blocks(long bytes)
        {
            return (bytes + Block - 1) / Block * Block;
        }
    }

    /// <summary>What all threads allocate from its making on.</summary>
    internal sealed class Garbage
    {
        internal const long Unknown = -1;

        private readonly long _before = GC.GetTotalAllocatedBytes(true);

        /// <summary>Whether so many operations are enough to tell: any number is.</summary>
        internal bool IsEnough(long operations)
        {
            return operations > 0;
        }

        /// <summary>Bytes since.</summary>
        internal long Stop(long operations)
        {
            return GC.GetTotalAllocatedBytes(true) - _before;
        }
    }

    /// <summary>What a task takes: of the heap here, and by the rule of nanoCLR's blocks.</summary>
    internal static class Memory
    {
        private const string Title = "heap";
        private const int Slots = 256;
        private const int MaxForATask = 120;

        internal static void Measure(Report report)
        {
            if (!report.Begin(Title))
            {
                return;
            }

            report.Section(Title);
            Row waiter = new Row { Name = "an async method that awaits, here", Value = OfWaiter(), Unit = "B" };
            Row here = new Row { Name = "a task: slot, waker, handle and timer entry, here", Value = OfTask(), Unit = "B" };
            here.Peer = waiter.Name;
            here.Ratio = here.Value * 1000 / waiter.Value;
            report.Add(here);
            report.Add(waiter);
            report.Add(new Row
            {
                Name = "the same by nanoCLR's blocks of 12 bytes",
                Value = OfTaskInBlocks(),
                Unit = "B",
                Limit = MaxForATask,
                LimitsValue = true,
            });
        }

        private static long OfTask()
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Executor one = New(1);
            long between = GC.GetAllocatedBytesForCurrentThread();
            Executor many = New(Slots);
            long after = GC.GetAllocatedBytesForCurrentThread();
            one.Close();
            many.Close();
            return ((after - between) - (between - before)) / (Slots - 1);
        }

        private static long OfTaskInBlocks()
        {
            return (HeapBlocks.Of(New(Slots)) - HeapBlocks.Of(New(1))) / (Slots - 1);
        }

        private static Executor New(int slots)
        {
            return new SteppedMachine().NewExecutor(slots);
        }

        private static long OfWaiter()
        {
            Task[] waiters = new Task[Slots];
            Await(new TaskCompletionSource()).GetAwaiter();
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < Slots; i++)
            {
                waiters[i] = Await(new TaskCompletionSource());
            }

            return (GC.GetAllocatedBytesForCurrentThread() - before) / Slots;
        }

        private static async Task Await(TaskCompletionSource source)
        {
            await source.Task.ConfigureAwait(false);
        }
    }
}
