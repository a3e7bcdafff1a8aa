using System;
using System.Threading.Tasks;

namespace NanoExecutor.Benchmarks
{
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
