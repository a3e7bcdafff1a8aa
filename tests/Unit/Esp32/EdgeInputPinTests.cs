using System;
using NanoExecutor.Boards.Esp32;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class EdgeInputPinTests
    {
        [TestMethod]
        public void Read_saysWhatTheLastInterruptSaw()
        {
            TestPin pin = new TestPin(new Reactor(1), 0);
            Assert.IsFalse(pin.Read(), "low at first");
            pin.Edge(true);
            Assert.IsTrue(pin.Read(), "the level in the interrupt");
            pin.Edge(false);
            Assert.IsFalse(pin.Read(), "the newest");
            Assert.AreEqual(2L, pin.Edges, "edges");
            Assert.AreEqual(0L, pin.Dropped, "none is missing");
        }

        [TestMethod]
        public void Read_ofAPinThatIsActiveLow_isTrueWhileItIsLow()
        {
            TestPin pin = new TestPin(true);
            pin.Edge(true);
            Assert.IsFalse(pin.Read(), "not pressed");
            pin.Edge(false);
            Assert.IsTrue(pin.Read(), "pressed");
        }

        [TestMethod]
        public void Interrupt_wakesTheTaskThatAwaitsTheEdge()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            TestPin pin = new TestPin(new Reactor(1), 0);
            executor.Spawn(pin.Changed);
            executor.RunUntilIdle();
            Assert.AreEqual(1, executor.Asleep, "no edge yet");
            pin.Edge(true);
            executor.RunUntilIdle();
            Assert.AreEqual(0, executor.TaskCount, "the edge has come");
        }

        [TestMethod]
        public void Interrupt_withTheLevelThatIsKnown_countsADroppedEdge()
        {
            // The queue was full: high, low, high, low came in, and the first three were dropped.
            TestPin pin = new TestPin(new Reactor(1), 0);
            pin.Edge(false);
            pin.Edge(false);
            Assert.AreEqual(1L, pin.Dropped, "an odd number is missing");
            pin.Edge(true);
            Assert.AreEqual(1L, pin.Dropped, "in step again");
            Assert.IsTrue(pin.Read(), "the newest is never dropped");
        }

        [TestMethod]
        public void Interrupt_afterTheLevelWasAskedFor_countsNothing()
        {
            // Asked just after the pin had changed, and before that interrupt was delivered.
            TestPin pin = new TestPin(new Reactor(1), 0);
            pin.Edge(false);
            pin.Ask(true);
            pin.Edge(true);
            Assert.AreEqual(0L, pin.Dropped, "the same edge twice");
        }

        [TestMethod]
        public void Correct_toAnotherLevel_isAnEdge()
        {
            Reactor reactor = new Reactor(1);
            TestPin pin = new TestPin(reactor, 0);
            pin.Ask(false);
            Assert.AreEqual((int)SourceState.NotReady, (int)reactor.StateOf(0), "nothing changed");
            pin.Ask(true);
            Assert.AreEqual((int)SourceState.Ready, (int)reactor.StateOf(0), "missed, and made up for");
            Assert.IsTrue(pin.Read(), "the level asked for");
        }

        [TestMethod]
        public void Edges_sixteenWithinFortyMilliseconds_switchTheInterruptOff()
        {
            TestPin pin = new TestPin(new Reactor(1), 0);
            pin.Many(17, 2400);
            Assert.AreEqual(1L, pin.Storms, "38.4 ms between the first and the last");
            Assert.AreEqual(" ticks off", pin.Log, "the end of the rest is arranged for first");
        }

        [TestMethod]
        public void Edges_sixteenInFortyMilliseconds_areNoStorm()
        {
            TestPin pin = new TestPin(new Reactor(1), 0);
            pin.Many(500, 2500);
            Assert.AreEqual(0L, pin.Storms, "400 a second");
            Assert.AreEqual("", pin.Log, "the interrupt is on");
        }

        [TestMethod]
        public void Edges_afterAPause_startANewCount()
        {
            TestPin pin = new TestPin(new Reactor(1), 0);
            for (int burst = 0; burst < 10; burst++)
            {
                pin.Many(12, 100);
                pin.Now += 40 * Duration.Millisecond;
            }

            Assert.AreEqual(0L, pin.Storms, "12 edges are a contact that bounces");
        }

        [TestMethod]
        public void StormEdges_andStormWindow_setTheLimit()
        {
            TestPin pin = new TestPin(new Reactor(1), 0) { StormEdges = 100, StormWindow = 10 * Duration.Millisecond };
            pin.Many(100, 50);
            Assert.AreEqual(0L, pin.Storms, "99 after the first");
            pin.Many(1, 50);
            Assert.AreEqual(1L, pin.Storms, "100 within 5 ms");
        }

        [TestMethod]
        public void StormEdges_zero_isNoLimit()
        {
            TestPin pin = new TestPin(new Reactor(1), 0) { StormEdges = 0 };
            pin.Many(1000, 1);
            Assert.AreEqual(0L, pin.Storms, "asked for");
            Expect.Message(
                "StormEdges is -1; give the edges that are a storm, or 0 for none.", () => pin.StormEdges = -1);
        }

        [TestMethod]
        public void Tick_afterAStorm_switchesOnReadsTheLevelAndWakesOnce()
        {
            Reactor reactor = new Reactor(1);
            TestPin pin = NewStormy(reactor);
            TakeEvent(reactor, pin);
            pin.Hardware = pin.Read();
            pin.EndRest();
            Assert.AreEqual(" ticks off on", pin.Log, "on again");
            Assert.AreEqual((int)SourceState.Ready, (int)reactor.StateOf(0), "there were edges, so tasks look again");
            TakeEvent(reactor, pin);
            pin.EndRest();
            Assert.AreEqual(" ticks off on stopped", pin.Log, "no more ticks");
            Assert.AreEqual((int)SourceState.NotReady, (int)reactor.StateOf(0), "once");
        }

        [TestMethod]
        public void Read_afterAStorm_saysTheLevelThatRemains()
        {
            TestPin pin = NewStormy(new Reactor(1));
            bool before = pin.Read();
            pin.Hardware = !before;
            pin.EndRest();
            Assert.AreEqual(!before, pin.Read(), "asked of the hardware");
            pin.Edge(before);
            Assert.AreEqual(before, pin.Read(), "and told by the next edge");
        }

        [TestMethod]
        public void Interrupt_thatCameBeforeTheRest_changesNothing()
        {
            Reactor reactor = new Reactor(1);
            TestPin pin = NewStormy(reactor);
            long came = pin.Now;
            bool level = pin.Read();
            TakeEvent(reactor, pin);
            pin.Edge(!level, came);
            Assert.AreEqual(level, pin.Read(), "delivered in the rest");
            Assert.AreEqual((int)SourceState.NotReady, (int)reactor.StateOf(0), "and wakes nobody");
            pin.Hardware = level;
            pin.EndRest();
            pin.Edge(!level, came);
            Assert.AreEqual(level, pin.Read(), "delivered after it: the level asked for is newer");
            Assert.AreEqual(0L, pin.Dropped, "not a sign of anything");
        }

        [TestMethod]
        public void Storm_thatGoesOn_isCountedEachTime()
        {
            TestPin pin = new TestPin(new Reactor(1), 0);
            for (int storm = 1; storm <= 5; storm++)
            {
                pin.Many(17, 300);
                Assert.AreEqual((long)storm, pin.Storms, "17 edges after each rest");
                pin.EndRest();
            }
        }

        [TestMethod]
        public void Rest_becauseOfOtherPins_isAStormToo()
        {
            TestPin pin = new TestPin(new Reactor(1), 0);
            pin.Edge(true);
            ((IInterruptSink)pin).Rest(pin.Now);
            ((IInterruptSink)pin).Rest(pin.Now);
            Assert.AreEqual(1L, pin.Storms, "one rest");
            Assert.AreEqual(" ticks off", pin.Log, "switched off");
        }

        [TestMethod]
        public void Storm_thatMeetsAFullHeap_leavesThePinOnUntilItCanBeSwitchedOff()
        {
            TestPin pin = new TestPin(new Reactor(1), 0) { FullAt = 1 };
            pin.Many(17, 300);
            Assert.AreEqual(0L, pin.Storms, "nothing would end the rest");
            Assert.IsTrue(pin.Read(), "the edge counts");
            pin.Many(16, 300);
            Assert.AreEqual(1L, pin.Storms, "at the next look");
        }

        [TestMethod]
        public void Rest_thatMeetsAFullHeapAnywhere_endsAtALaterTick()
        {
            for (int call = 1; call <= 3; call++)
            {
                Reactor reactor = new Reactor(1);
                TestPin pin = NewStormy(reactor);
                TakeEvent(reactor, pin);
                pin.Hardware = !pin.Read();
                pin.FullAt = call;
                for (int ticks = 0; ticks < 4; ticks++)
                {
                    pin.EndRest();
                }

                Assert.IsTrue(pin.IsOn, "call " + call.ToString() + ": the interrupt is on");
                Assert.AreEqual(pin.Hardware, pin.Read(), "call " + call.ToString() + ": the level was read");
                Assert.AreEqual(
                    (int)SourceState.Ready, (int)reactor.StateOf(0), "call " + call.ToString() + ": tasks were woken");
                Assert.IsFalse(pin.Ticks, "call " + call.ToString() + ": and the ticks end");
            }
        }

        [TestMethod]
        public void Storm_atAnyMomentOfATick_isOneWhoseRestEnds()
        {
            for (int call = 1; call <= 3; call++)
            {
                TestPin pin = NewStormy(new Reactor(1));
                pin.StormAt = call;
                pin.Hardware = !pin.Read();
                for (int ticks = 0; ticks < 5; ticks++)
                {
                    pin.EndRest();
                }

                Assert.IsTrue(pin.IsOn, "call " + call.ToString() + ": the interrupt is on");
                Assert.AreEqual(pin.Hardware, pin.Read(), "call " + call.ToString() + ": the level was read");
                Assert.IsFalse(pin.Ticks, "call " + call.ToString() + ": and the ticks end");
            }
        }

        private static TestPin NewStormy(Reactor reactor)
        {
            TestPin pin = new TestPin(reactor, 0);
            pin.Many(17, 300);
            Assert.AreEqual(1L, pin.Storms, "a storm");
            return pin;
        }

        private static void TakeEvent(Reactor reactor, TestPin pin)
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.Spawn(pin.Changed);
            executor.RunUntilIdle();
            executor.Close();
            Assert.AreEqual((int)SourceState.NotReady, (int)reactor.StateOf(0), "taken");
        }

        // Calls of the hardware are logged; any of them may meet a full heap, or a storm in another thread.
        private sealed class TestPin : EdgeInputPin
        {
            internal long Now = Duration.Hour;
            internal bool Hardware;
            internal bool IsOn = true;
            internal bool Ticks;
            internal string Log = "";

            /// <summary>The call, from now on, that meets a full heap; 0 for none.</summary>
            internal int FullAt;

            /// <summary>The call of a tick, from now on, during which a storm begins; 0 for none.</summary>
            internal int StormAt;

            private bool _level;

            internal TestPin(Reactor reactor, int source)
                : base(reactor, source, false)
            {
            }

            internal TestPin(bool activeLow)
                : base(new Reactor(1), 0, activeLow)
            {
            }

            internal void Edge(bool level)
            {
                Edge(level, Now);
            }

            internal void Edge(bool level, long time)
            {
                ((IInterruptSink)this).Interrupt(level ? 1U : 0U, time);
            }

            internal void Many(int count, long period)
            {
                for (int i = 0; i < count; i++)
                {
                    Now += period;
                    _level = !_level;
                    Edge(_level);
                }
            }

            internal void Ask(bool level)
            {
                Hardware = level;
                Sync(false);
            }

            internal void EndRest()
            {
                Now += StormRest;
                try
                {
                    Tick();
                }
                catch (OutOfMemoryException)
                {
                }
            }

            private protected override bool ReadHardware()
            {
                Call();
                return Hardware;
            }

            private protected override void SwitchOn()
            {
                IsOn = true;
                Log += " on";
                Call();
            }

            private protected override void SwitchOff()
            {
                IsOn = false;
                Log += " off";
            }

            private protected override void StartTicks(long time)
            {
                if (Meet(ref FullAt))
                {
                    throw new OutOfMemoryException();
                }

                Ticks = true;
                Log += " ticks";
            }

            private protected override void StopTicks()
            {
                Call();
                Ticks = false;
                Log += " stopped";
            }

            private protected override long TimeNow()
            {
                return Now;
            }

            private static bool Meet(ref int calls)
            {
                return calls > 0 && --calls == 0;
            }

            private void Call()
            {
                if (Meet(ref FullAt))
                {
                    throw new OutOfMemoryException();
                }

                if (Meet(ref StormAt) && IsOn)
                {
                    Many(17, 300);
                }
            }
        }
    }
}
