using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>The queue of deadlines beside a plain list of them.</summary>
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
    }
}
