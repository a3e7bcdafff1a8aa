using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Threading;
using NanoExecutor.Boards.Desktop;
using NanoExecutor.Boards.Virtual;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>What a tracer is told, and what comes out of a ring as frames.</summary>
    [TestClass]
    public class TracerTests
    {
        [TestMethod]
        public void EachEvent_isToldInItsOrder_andWithWhoWokeWhom()
        {
            VirtualMachine machine = new VirtualMachine();
            machine.Clock.ReadingCost = 0;
            Executor executor = new Executor(4, machine);
            Log log = new Log();
            executor.Tracer = log;
            Reactor reactor = new Reactor(2) { Tracer = log };
            LongChannel channel = new LongChannel(1);
            executor.Spawn(reactor.Register(1), "source");
            executor.Spawn(new Sequence(new Delay().For(100), channel.NewSend().With(1)), "timer");
            executor.Spawn(channel.NewReceive(), "receiver");
            executor.RunUntilIdle();
            log.Lines.Clear();
            reactor.Raise(1);
            executor.RunUntilIdle();
            Assert.AreEqual(
                "Source -1 1; Wake 0 65537; PollBegin 0 0; PollEnd 0 1; End 0 0", string.Join("; ", log.Lines),
                "the source woke it");
            log.Lines.Clear();
            executor.Mark(7, 8);
            executor.Run();
            Assert.AreEqual(
                "Mark -1 7; Park -1 100; Unpark -1 0; Timer 1 0; Wake 1 -2; PollBegin 1 0; Wake 2 1; PollEnd 1 1; End 1 0; "
                + "PollBegin 2 0; PollEnd 2 1; End 2 0",
                string.Join("; ", log.Lines), "the timer woke one, and that one the other");
        }

        [TestMethod]
        public void ATaskThatThrows_andOneThatIsAborted_areToldToo()
        {
            Executor executor = new Executor(4, new ManualMachine());
            Log log = new Log();
            executor.Tracer = log;
            executor.OnFault = (who, which, exception) => { };
            long handle = executor.Spawn(new NeverFuture());
            executor.Spawn(new Throws());
            executor.RunUntilIdle();
            executor.Abort(handle);
            Assert.AreEqual(
                "Spawn 0 1; Wake 0 -1; Spawn 1 1; Wake 1 -1; PollBegin 0 0; PollEnd 0 0; PollBegin 1 0; PollEnd 1 2; Fault 1 0; "
                + "End 1 2; End 0 1",
                string.Join("; ", log.Lines), "in this order");
        }

        [TestMethod]
        public void AStream_hasNoGap_andEachCheckFits()
        {
            VirtualMachine machine = new VirtualMachine();
            Executor executor = new Executor(4, machine);
            executor.Timing = true;
            TraceRing ring = new TraceRing(256);
            Frames frames = new Frames();
            ring.NameMark(3, "level");
            ring.Stream(frames, 1000000, "test");
            executor.Tracer = ring;
            executor.Spawn(new Repeat(new Interval(1000), Repeat.Forever), "beat");
            executor.BlockOn(new Delay().For(5 * Duration.Second));
            ring.Drain();

            frames.Check();
            Assert.AreEqual(0, frames.Gaps, "no frame is missing");
            Assert.AreEqual(0, frames.Lost, "and no record");
            Assert.IsTrue(frames.Records > 15000, "every poll is there: " + frames.Records.ToString());
            Assert.Contains("I0000 slots=4 name=test ", frames.Texts);
            Assert.Contains("T0000 beat ", frames.Texts);
            Assert.Contains("M0003 level ", frames.Texts);
            Assert.Contains("W0000 Repeat round ", frames.Texts);
        }

        [TestMethod]
        public void AStream_thatMayNotWriteAsMuch_saysHowManyAreLost()
        {
            VirtualMachine machine = new VirtualMachine();
            Executor executor = new Executor(4, machine);
            TraceRing ring = new TraceRing(64);
            Frames frames = new Frames();
            ring.Stream(frames, 4000, null);
            executor.Tracer = ring;
            executor.Spawn(new Repeat(new Interval(1000), Repeat.Forever), "beat");
            executor.BlockOn(new Delay().For(5 * Duration.Second));
            ring.Drain();

            frames.Check();
            Assert.AreEqual(0, frames.Gaps, "what is written is whole");
            Assert.IsTrue(frames.Lost > 10000, "lost " + frames.Lost.ToString());
            Assert.IsTrue(frames.Bytes < 5 * 4000 * 3 / 2, "within the rate: " + frames.Bytes.ToString());
        }

        [TestMethod]
        public void ARing_keepsTheLatest_forALookAfterwards()
        {
            Executor executor = new Executor(2, new ManualMachine());
            TraceRing ring = new TraceRing(16);
            executor.Tracer = ring;
            executor.Spawn(new NeverFuture());
            for (int i = 0; i < 100; i++)
            {
                executor.Mark(1, i);
            }

            Frames frames = new Frames();
            ring.WriteTo(frames);
            frames.Check();
            Assert.AreEqual(17, frames.Records, "the clock and what the ring holds");
            Assert.Contains("0b" + "ffff" + "00000001" + "00000063", frames.All, "the last mark is there");
            Assert.IsFalse(frames.All.Contains("0b" + "ffff" + "00000001" + "00000053", StringComparison.Ordinal), "and the older ones are not");
        }

        [TestMethod]
        public void ManyThreadsAtOnce_loseNoRecordOnTheDesktop()
        {
            const int Writers = 4;
            const int Each = 5000;
            Executor executor = new Executor(1, new DesktopMachine());
            TraceRing ring = new TraceRing(Writers * Each);
            executor.Tracer = ring;
            Frames frames = new Frames();
            Thread[] threads = new Thread[Writers];
            for (int writer = 0; writer < Writers; writer++)
            {
                int id = writer;
                threads[writer] = new Thread(() =>
                {
                    for (int i = 0; i < Each; i++)
                    {
                        ring.Record(0, TraceEvent.Mark, id, i, id ^ i);
                    }
                });
                threads[writer].Start();
            }

            Array.ForEach(threads, thread => thread.Join());
            ring.WriteTo(frames);
            frames.Check();
            Assert.AreEqual((Writers * Each) + 1, frames.Records, "all, and the clock");
            Assert.AreEqual(0, frames.Mixed, "each whole");
        }

        [TestMethod]
        public void ATracer_isOfOneExecutor()
        {
            TraceRing ring = new TraceRing(8);
            new Executor(1, new ManualMachine()).Tracer = ring;
            Expect.Message(
                "This tracer belongs to another executor already; make one for each.",
                () => new Executor(1, new ManualMachine()).Tracer = ring);
        }

        [TestMethod]
        public void AWatchedExecutor_makesNoGarbage()
        {
            VirtualMachine machine = new VirtualMachine();
            Executor executor = new Executor(4, machine);
            executor.Timing = true;
            TraceRing ring = new TraceRing(256);
            Nowhere nowhere = new Nowhere();
            ring.Stream(nowhere, 100000, "test");
            executor.Tracer = ring;
            executor.Spawn(new Repeat(new Interval(1000), Repeat.Forever), "beat");
            Dump dump = new Dump(executor, new LineWriter(nowhere, 200));
            Delay delay = new Delay();
            executor.BlockOn(delay.For(Duration.Second));
            dump.Write();
            long before = GC.GetAllocatedBytesForCurrentThread();
            executor.BlockOn(delay.For(10 * Duration.Second));
            dump.Write();
            Assert.AreEqual(0L, GC.GetAllocatedBytesForCurrentThread() - before, "bytes, with a stream and a dump");
        }

        private sealed class Nowhere : ByteSink
        {
            public override void Write(byte[] bytes, int count)
            {
            }
        }

        private sealed class Log : Tracer
        {
            internal readonly List<string> Lines = new List<string>();

            protected internal override void Record(long time, TraceEvent what, int slot, int argument, int value)
            {
                Lines.Add(what.ToString() + " " + slot.ToString() + " " + argument.ToString());
            }
        }

        private sealed class Throws : Future
        {
            public override Poll Poll(Waker waker)
            {
                throw new InvalidOperationException("dry");
            }
        }

        // Reads frames as a host would.
        private sealed class Frames : ByteSink
        {
            private readonly StringBuilder _text = new StringBuilder();
            private readonly StringBuilder _texts = new StringBuilder();

            internal int Bytes => _text.Length;

            internal string All => _text.ToString();

            internal string Texts => _texts.ToString();

            internal int Gaps { get; private set; }

            internal long Lost { get; private set; }

            internal int Records { get; private set; }

            internal int Mixed { get; private set; }

            public override void Write(byte[] bytes, int count)
            {
                _text.Append(Encoding.ASCII.GetString(bytes, 0, count));
            }

            internal void Check()
            {
                int next = -1;
                foreach (string line in All.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                {
                    Assert.AreEqual('~', line[0], line);
                    Assert.AreEqual(Hex(line, line.Length - 2, 2), (long)CheckOf(line.Substring(1, line.Length - 3)), line);
                    int sequence = (int)Hex(line, 1, 4);
                    Gaps += next >= 0 && sequence != next ? 1 : 0;
                    next = (sequence + 1) & 0xFFFF;
                    if (char.IsUpper(line[5]))
                    {
                        _texts.Append(line.AsSpan(5)).Append('\n');
                        continue;
                    }

                    Assert.AreEqual(37, line.Length, line);
                    Records++;
                    long what = Hex(line, 13, 2);
                    Lost += what == (int)TraceEvent.Lost ? Hex(line, 19, 8) : 0;
                    Mixed += what == (int)TraceEvent.Mark && (Hex(line, 15, 4) ^ Hex(line, 19, 8)) != Hex(line, 27, 8) ? 1 : 0;
                }
            }

            private static long Hex(string line, int at, int digits)
            {
                return long.Parse(line.AsSpan(at, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            }

            private static int CheckOf(string text)
            {
                int check = 0;
                foreach (char letter in text)
                {
                    check ^= letter;
                    for (int bit = 0; bit < 8; bit++)
                    {
                        check = (check & 0x80) != 0 ? ((check << 1) ^ 7) & 0xFF : check << 1;
                    }
                }

                return check;
            }
        }
    }
}
