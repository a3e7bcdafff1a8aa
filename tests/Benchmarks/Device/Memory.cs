using System.Threading;
using HeapCollector = nanoFramework.Runtime.Native.GC;

namespace NanoExecutor.Benchmarks
{
    /// <summary>What a task and a blocked thread take of the heap, as the collector sees it.</summary>
    internal static class Memory
    {
        private const string Title = "heap";
        private const int Slots = 256;
        private const int Threads = 16;
        private const int MaxForATask = 120;

        internal static void Measure(Report report)
        {
            if (!report.Begin(Title))
            {
                return;
            }

            report.Section(Title);

            // Once for nothing: the first collections find what the threads of other works have left.
            OfTask();
            Row task = new Row
            {
                Name = "a task: slot, waker, handle and timer entry",
                Value = OfTask(),
                Unit = "B",
                Limit = MaxForATask,
                LimitsValue = true,
            };
            Row thread = new Row { Name = "a thread blocked in WaitOne", Value = OfThread(), Unit = "B" };
            task.Peer = thread.Name;
            task.Ratio = task.Value * 1000 / thread.Value;
            report.Add(task);
            report.Add(thread);
        }

        private static long OfTask()
        {
            long before = HeapCollector.Run(true);
            Executor one = new SteppedMachine().NewExecutor(1);
            long between = HeapCollector.Run(true);
            Executor many = new SteppedMachine().NewExecutor(Slots);
            long after = HeapCollector.Run(true);
            one.Close();
            many.Close();
            return ((between - after) - (before - between)) / (Slots - 1);
        }

        private static long OfThread()
        {
            ManualResetEvent over = new ManualResetEvent(false);
            Thread[] threads = new Thread[Threads];
            new Blocked(over).Start(threads, 1);
            long before = HeapCollector.Run(true);
            new Blocked(over).Start(threads, Threads - 1);
            long after = HeapCollector.Run(true);
            over.Set();
            for (int i = 0; i < Threads - 1; i++)
            {
                threads[i].Join();
            }

            return (before - after) / (Threads - 1);
        }

        private sealed class Blocked
        {
            private readonly ManualResetEvent _over;
            private int _blocked;

            internal Blocked(ManualResetEvent over)
            {
                _over = over;
            }

            internal void Start(Thread[] threads, int count)
            {
                for (int i = 0; i < count; i++)
                {
                    threads[i] = new Thread(Block);
                    threads[i].Start();
                }

                while (_blocked < count)
                {
                    Thread.Sleep(1);
                }
            }

            private void Block()
            {
                _blocked++;
                _over.WaitOne();
            }
        }
    }
}
