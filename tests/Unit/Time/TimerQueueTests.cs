using System;
using System.Threading;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>The queue of deadlines beside a plain list of them, and what a refused executor leaves in it.</summary>
    [TestClass]
    public class TimerQueueTests
    {
        private const int Timers = 9;
        private const int Times = 6;
        private const int Steps = 3000;

        [TestMethod]
        public void First_isAlwaysTheNearest_whateverIsAddedAndTakenOut()
        {
            TimerQueue queue = new ManualMachine().NewExecutor(1).Timers;
            Delay[] timers = new Delay[Timers];
            for (int i = 0; i < Timers; i++)
            {
                timers[i] = new Delay();
            }

            int queued = 0;
            uint lot = 1;
            for (int step = 0; step < Steps; step++)
            {
                lot = (lot * 1664525) + 1013904223;
                Delay timer = timers[(int)((lot >> 16) % Timers)];
                if (timer.Before != null)
                {
                    queue.Remove(timer);
                    queued--;
                    Assert.IsTrue(timer.Before == null, "it knows that it stands in no queue");
                }
                else
                {
                    timer.Latest = 1 + ((lot >> 8) % Times);
                    queue.Add(timer);
                    queued++;
                }

                Assert.AreEqual(queued, queue.Count, "how many wait, step " + step.ToString());
                Assert.AreEqual(Nearest(timers), queue.Next, "the nearest, step " + step.ToString());
            }

            for (; queued > 0; queued--)
            {
                Assert.AreEqual(Nearest(timers), queue.Next, "in their order");
                queue.Remove(queue.First);
            }

            Assert.IsTrue(queue.First == null, "each once");
        }

        [TestMethod]
        public void Cancel_afterAnotherExecutorWasRefused_takesTheTimerOut()
        {
            Executor executor = new ManualMachine().NewExecutor(2);
            Executor other = new ManualMachine().NewExecutor(1);
            Delay delay = new Delay();
            long handle = executor.Spawn(new Awaiting(delay.For(Duration.Hour)));
            executor.RunUntilIdle();
            bool refused = false;
            executor.Spawn(new Calls(() =>
            {
                try
                {
                    other.BlockOn(delay);
                }
                catch (InvalidOperationException)
                {
                    refused = true;
                }

                executor.Tasks.Wakers[0].Wake();
            }));
            executor.RunUntilIdle();
            Assert.IsTrue(refused, "its executor runs");
            Assert.AreEqual(1, executor.Timers.Count, "and keeps it");
            executor.Spawn(new Calls(() => executor.Abort(handle)));
            executor.RunUntilIdle();
            Assert.AreEqual(0, executor.Timers.Count, "what its own task cancels is out");
        }

        private static long Nearest(Delay[] timers)
        {
            long nearest = TimerQueue.None;
            for (int i = 0; i < timers.Length; i++)
            {
                if (timers[i].Before != null && timers[i].Latest < nearest)
                {
                    nearest = timers[i].Latest;
                }
            }

            return nearest;
        }

        // Calls something in its only poll.
        private sealed class Calls : Future
        {
            private readonly ThreadStart _what;

            internal Calls(ThreadStart what)
            {
                _what = what;
            }

            public override Poll Poll(Waker waker)
            {
                _what();
                return Ready;
            }
        }
    }
}
