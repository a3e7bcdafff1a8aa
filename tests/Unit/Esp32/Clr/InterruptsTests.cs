using System;
using System.Threading;
using NanoExecutor.Boards.Esp32;
using nanoFramework.Runtime.Events;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    // Through the event dispatcher of the CLR, which needs no hardware. Another pin than the others for each test, as
    // the dispatcher is one for all of them.
    [TestClass]
    public class InterruptsTests
    {
        private const byte Pins = 20;
        private const byte Timers = 90;
        private const byte Expired = 101;
        private const long Milliseconds = 10000;

        [TestMethod]
        public void Edge_ofOurPin_reachesTheTask()
        {
            Reactor reactor = new Reactor(1);
            TestPin pin = new TestPin(reactor);
            Interrupts interrupts = Interrupts.Install();
            interrupts.Table.SetPin(40, pin);
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.Spawn(pin.Changed);
            executor.RunUntilIdle();
            long passedOn = interrupts.PassedOn;
            EventSink.PostManagedEvent(Pins, 0, 40, 1);
            executor.RunUntilIdle();
            Assert.AreEqual(0, executor.TaskCount, "the task has seen the edge");
            Assert.IsTrue(pin.Read(), "with its level");
            Assert.AreEqual(passedOn, interrupts.PassedOn, "the stock handlers have not");
        }

        [TestMethod]
        public void Edge_ofAnotherPin_goesToTheStockHandlers()
        {
            Interrupts interrupts = Interrupts.Install();
            long passedOn = interrupts.PassedOn;
            long delivered = interrupts.Delivered;

            // The stock listener finds no such pin and does nothing; what it is given, it can take.
            EventSink.PostManagedEvent(Pins, 0, 41, 1);
            Assert.AreEqual(passedOn + 1, interrupts.PassedOn, "passed on");
            Assert.AreEqual(delivered, interrupts.Delivered, "not ours");
        }

        [TestMethod]
        public void Filter_letsTheEventsOfTheStockHandlersThroughAndKeepsOursBack()
        {
            Interrupts interrupts = Interrupts.Install();
            interrupts.Table.SetPin(42, new TestPin(new Reactor(1)));
            IEventProcessor processor = interrupts;
            IEventListener filter = interrupts;
            BaseEvent ours = processor.ProcessEvent((42U << 16) | (Pins << 8), 1, DateTime.UtcNow);
            BaseEvent theirs = processor.ProcessEvent((43U << 16) | (Pins << 8), 1, DateTime.UtcNow);
            Assert.IsNotNull(theirs, "the stock event");
            Assert.IsTrue(filter.OnEvent(theirs), "for the stock listener");
            Assert.IsFalse(filter.OnEvent(ours), "not for it");
            Assert.IsFalse(filter.OnEvent(null), "an interrupt that the stock processor ignores");
        }

        [TestMethod]
        public void Expiry_ofOurTimer_reachesTheAlarm()
        {
            Interrupts interrupts = Interrupts.Install();
            TestPin sink = new TestPin(new Reactor(1));
            interrupts.Table.AddTimer(77, sink);
            long passedOn = interrupts.PassedOn;
            EventSink.PostManagedEvent(Timers, Expired, 0, 77);
            EventSink.PostManagedEvent(Timers, Expired, 0, 78);
            Assert.AreEqual(1L, sink.Edges, "ours");
            Assert.AreEqual(passedOn + 1, interrupts.PassedOn, "the other timer's");
        }

        [TestMethod]
        public void Install_isDoneOnce()
        {
            Assert.AreSame(Interrupts.Install(), Interrupts.Install(), "one for all");
        }

        [TestMethod]
        public void Edges_twentyThousand_makeNoGarbage()
        {
            TestPin pin = new TestPin(new Reactor(1)) { StormEdges = 0 };
            Interrupts.Install().Table.SetPin(44, pin);
            EventSink.PostManagedEvent(Pins, 0, 44, 1);
            Garbage garbage = new Garbage();
            for (uint i = 0; i < 20000; i++)
            {
                EventSink.PostManagedEvent(Pins, 0, 44, i & 1);
            }

            garbage.ExpectNone();
            Assert.AreEqual(20001L, pin.Edges, "all delivered");
            Assert.AreEqual(0L, pin.Dropped, "none dropped");
        }

        [TestMethod]
        public void Edges_ofSeveralPins_thatAreTooManyTogether_letOneRest()
        {
            // 375 edges a second are no storm of one pin; of three they are more than the CLR delivers.
            Assert.AreEqual(0L, StormsOf(1), "one pin");
            Assert.IsTrue(StormsOf(3) > 0, "three pins");
        }

        [TestMethod]
        public void Machine_withoutAHardwareTimer_keepsTimeByTheClrs()
        {
            Esp32Machine machine = new Esp32Machine();
            if (machine.HasHardwareTimer)
            {
                Assert.SkipTest("This CLR has hardware timers.");
            }

            Executor executor = new Executor(1, machine);
            long start = machine.Clock.Now;
            executor.BlockOn(new Delay().For(40 * Duration.Millisecond));
            Assert.IsTrue(machine.Clock.Now - start >= 40 * Duration.Millisecond, "not early");
            executor.Close();
        }

        [TestMethod]
        public void Machine_withAHardwareTimer_keepsTimeByIt()
        {
            Esp32Machine machine = new Esp32Machine();
            if (!machine.HasHardwareTimer)
            {
                Assert.SkipTest("This CLR has no hardware timers.");
            }

            Executor executor = new Executor(1, machine);
            long start = machine.Clock.Now;
            executor.BlockOn(new Delay().For(40 * Duration.Millisecond));
            Assert.IsTrue(machine.Clock.Now - start >= 40 * Duration.Millisecond, "not early");
            executor.Close();
        }

        private static long StormsOf(int count)
        {
            Interrupts interrupts = Interrupts.Install();
            IEventProcessor processor = interrupts;
            TestPin[] pins = new TestPin[count];
            for (int i = 0; i < count; i++)
            {
                pins[i] = new TestPin(new Reactor(1));
                interrupts.Table.SetPin(45 + i, pins[i]);
            }

            long time = DateTime.UtcNow.Ticks + (1000 * Milliseconds);
            for (int edge = 0; edge < 50; edge++)
            {
                time += 8 * Milliseconds / 3;
                for (int i = 0; i < count; i++)
                {
                    uint pin = 45 + (uint)i;
                    processor.ProcessEvent((pin << 16) | (Pins << 8), (uint)edge & 1, new DateTime(time));
                }
            }

            long storms = 0;
            for (int i = 0; i < count; i++)
            {
                interrupts.Table.SetPin(45 + i, null);
                storms += pins[i].Storms;
            }

            return storms;
        }

        private sealed class TestPin : EdgeInputPin
        {
            internal TestPin(Reactor reactor)
                : base(reactor, 0, false)
            {
            }

            private protected override bool ReadHardware()
            {
                return Read();
            }

            private protected override void SwitchOn()
            {
            }

            private protected override void SwitchOff()
            {
            }

            private protected override void StartTicks(long time)
            {
            }

            private protected override void StopTicks()
            {
            }

            private protected override long TimeNow()
            {
                return 0;
            }
        }
    }
}
