using System;
using System.Threading;
using NanoExecutor.Boards.Esp32;
using NanoExecutor.Boards.NanoClr;
using nanoFramework.TestFramework;
#if NANOFRAMEWORK_1_0
using System.Device.Gpio;
using nanoFramework.Runtime.Events;
using Collector = nanoFramework.Runtime.Native.GC;
#endif

namespace NanoExecutor.Tests
{
    /// <summary>A pin that storms while tasks run, and all of them go on.</summary>
    /// <remarks>
    /// No wires are needed: on a chip GPIO 4 is opened as an output, whose edges raise interrupts too, so connect nothing to it. A
    /// CLR without pins posts the same events by itself, and the desktop calls the sink of the pin from a thread. What cannot
    /// be driven without wires is a storm that comes while all threads of the CLR are blocked: here one of them makes it.
    /// </remarks>
    [TestClass]
    public class StormTests
    {
        private const int Enough = 5;
        private const int Patience = 1000;
        private const int Nap = 10;

        [TestMethod]
        public void TenThousandEdges_aMillisecondApart_harmNobody()
        {
            Check(10000, Apart(1000), false);
        }

        [TestMethod]
        public void ThreeThousandEdges_threeTenthsOfAMillisecondApart_besideBusyPolls_harmNobody()
        {
            Check(3000, Apart(300), true);
        }

        // A desktop is fast enough for ten times as many.
        private static long Apart(long microseconds)
        {
#if NANOFRAMEWORK_1_0
            return microseconds;
#else
            return microseconds / 10;
#endif
        }

        private static void Check(int edges, long apart, bool busy)
        {
            NanoClrMachine machine = new NanoClrMachine();
            Reactor reactor = new Reactor(1);
            Wire wire = Wire.New(reactor);
            Executor executor = new Executor(4, machine);
            Count ticks = new Count(new Interval(100 * Duration.Millisecond));
            Count changes = new Count(wire.Pin.Changed);
            executor.Spawn(ticks);
            executor.Spawn(changes);
            if (busy)
            {
                executor.Spawn(new Busy());
            }

            Thread runner = new Thread(executor.Run);
            runner.Start();
            bool began = GoesOn(ticks);
            long free = Free();
            new Storm(wire, machine.Clock).Run(edges, apart);
            bool wentOn = GoesOn(ticks);
            wire.Rest();
            int before = changes.Done;
            wire.Set(!wire.Level);
            bool answered = Answers(changes, before);
            bool seen = wire.Pin.Read() == wire.Level;
            int faulted = executor.Faulted;
            long kept = free - Free();
            executor.Stop();
            runner.Join();
            executor.Close();
            wire.Close();
            Assert.IsTrue(began, "the tasks run at all");
            Assert.IsTrue(wire.Pin.Storms > 0, wire.Pin.Edges.ToString() + " edges were not taken for a storm");
            Assert.IsTrue(wentOn, "after the storm");
            Assert.IsTrue(answered, "the pin is answered after the storm");
            Assert.IsTrue(seen, "with its level");
            Assert.AreEqual(0, faulted, "a storm is no task's fault");
            Assert.IsTrue(kept < 4096, "the heap has lost " + kept.ToString() + " bytes");
        }

        private static bool GoesOn(Count count)
        {
            return Answers(count, count.Done + Enough - 1);
        }

        private static bool Answers(Count count, int before)
        {
            for (int i = 0; i < Patience && count.Done <= before; i++)
            {
                Thread.Sleep(Nap);
            }

            return count.Done > before;
        }

        private static long Free()
        {
#if NANOFRAMEWORK_1_0
            return Collector.Run(true);
#else
            return 0;
#endif
        }

        /// <summary>Makes edges at their time, on the thread of the test: those that it is late for all at once.</summary>
        private sealed class Storm
        {
            private readonly Wire _wire;
            private readonly Clock _clock;

            internal Storm(Wire wire, Clock clock)
            {
                _wire = wire;
                _clock = clock;
            }

            internal void Run(int edges, long apart)
            {
                long start = _clock.Now;
                int made = 0;
                while (made < edges)
                {
                    for (long due = (_clock.Now - start) / apart; made < due && made < edges; made++)
                    {
                        _wire.Set(!_wire.Level);
                    }

                    Thread.Sleep(0);
                }
            }
        }

        /// <summary>What the storm comes over, with the pin that hears of it.</summary>
        private abstract class Wire
        {
            internal bool Level;

            internal abstract EdgeInputPin Pin { get; }

            internal static Wire New(Reactor reactor)
            {
#if NANOFRAMEWORK_1_0
                Interrupts.Install();
                try
                {
                    return new OutputWire(reactor);
                }
                catch (NotSupportedException)
                {
                    // Nor does it get there by making the pin: the source is vacant again.
                }
#endif
                return new PostedWire(reactor);
            }

            internal void Set(bool level)
            {
                Level = level;
                Change();
            }

            /// <summary>Waits until no rest can be going on.</summary>
            internal void Rest()
            {
                Thread.Sleep(4 * (int)(EdgeInputPin.StormRest / Duration.Millisecond));
            }

            internal abstract void Close();

            private protected abstract void Change();
        }

#if NANOFRAMEWORK_1_0
        /// <summary>An output with a handler: the CLR raises an interrupt for each edge that is written to it.</summary>
        private sealed class OutputWire : Wire
        {
            private const int Number = 4;

            private readonly GpioController _controller = new GpioController();
            private readonly GpioInputPin _pin;

            internal OutputWire(Reactor reactor)
            {
                _pin = new GpioInputPin(_controller, Number, PinMode.Output, false, Interrupts.Install(), reactor, 0);
            }

            internal override EdgeInputPin Pin => _pin;

            internal override void Close()
            {
                _pin.Dispose();
            }

            private protected override void Change()
            {
                _controller.Write(Number, Level ? PinValue.High : PinValue.Low);
            }
        }
#endif

        private sealed class PostedWire : Wire
        {
            private readonly PostedPin _pin;

            internal PostedWire(Reactor reactor)
            {
                _pin = new PostedPin(this, reactor);
            }

            internal override EdgeInputPin Pin => _pin;

            internal override void Close()
            {
                _pin.Close();
            }

            private protected override void Change()
            {
                if (_pin.IsOn)
                {
                    _pin.Post(Level);
                }
            }
        }

        private sealed class PostedPin : EdgeInputPin
        {
            internal bool IsOn = true;

            private const ushort Number = 50;
            private const int RestMilliseconds = (int)(StormRest / Duration.Millisecond);

            private readonly PostedWire _wire;
            private readonly Timer _ticks;

            internal PostedPin(PostedWire wire, Reactor reactor)
                : base(reactor, 0, false)
            {
                _wire = wire;
                _ticks = new Timer(OnTick, null, Timeout.Infinite, Timeout.Infinite);
#if NANOFRAMEWORK_1_0
                Interrupts.Install().Table.SetPin(Number, this);
#endif
            }

            internal void Post(bool level)
            {
#if NANOFRAMEWORK_1_0
                EventSink.PostManagedEvent((byte)InterruptTable.Pin, 0, Number, level ? 1U : 0U);
#else
                ((IInterruptSink)this).Interrupt(level ? 1U : 0U, TimeNow());
#endif
            }

            internal void Close()
            {
#if NANOFRAMEWORK_1_0
                Interrupts.Install().Table.SetPin(Number, null);
#endif
                _ticks.Dispose();
            }

            private protected override bool ReadHardware()
            {
                return _wire.Level;
            }

            private protected override void SwitchOn()
            {
                IsOn = true;
            }

            private protected override void SwitchOff()
            {
                IsOn = false;
            }

            private protected override void StartTicks(long time)
            {
#if NANOFRAMEWORK_1_0
                Interrupts.Install().NoteTime(time);
#endif
                _ticks.Change(RestMilliseconds, RestMilliseconds);
            }

            private protected override void StopTicks()
            {
                _ticks.Change(Timeout.Infinite, Timeout.Infinite);
            }

            private protected override long TimeNow()
            {
#if NANOFRAMEWORK_1_0
                return Interrupts.Install().TimeNow();
#else
                return Environment.TickCount64 * Duration.Millisecond;
#endif
            }

            private void OnTick(object state)
            {
                Tick();
            }
        }

        private sealed class Count : Future
        {
            internal int Done;

            private readonly Future _future;

            internal Count(Future future)
            {
                _future = future;
            }

            public override Poll Poll(Waker waker)
            {
                while (_future.Poll(waker) == Ready)
                {
                    Done++;
                }

                return Pending;
            }
        }

        private sealed class Busy : Future
        {
            public override Poll Poll(Waker waker)
            {
                waker.Wake();
                return Pending;
            }
        }
    }
}
