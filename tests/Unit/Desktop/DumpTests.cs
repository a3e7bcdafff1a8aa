using System;
using System.Text;
using System.Threading;
using NanoExecutor.Boards.Desktop;
using NanoExecutor.Boards.Virtual;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>A dump names who is stuck, who is greedy and who holds what others wait for.</summary>
    [TestClass]
    public class DumpTests
    {
        [TestMethod]
        public void ATaskThatLoopsWithoutAwait_isNamedByADumpOfAnotherThread()
        {
            Executor executor = new Executor(4, new DesktopMachine());
            executor.Timing = true;
            Output output = new Output();
            Dump dump = new Dump(executor, new LineWriter(output, 200));
            Looping greedy = new Looping();
            executor.Spawn(new Delay().For(Duration.Hour), "patient");
            long handle = executor.Spawn(greedy, "greedy");
            Thread thread = new Thread(() => executor.BlockOn(greedy.Ended.NewWait()));
            thread.Start();
            Assert.IsTrue(greedy.Entered.WaitOne(10000), "it is being polled");
            Thread.Sleep(50);

            Assert.AreEqual(handle, executor.PolledTask, "whoever asks learns who does not come back");
            Assert.IsTrue(
                executor.Machine.Clock.Now - executor.PolledSince >= 50 * Duration.Millisecond, "and since when");
            dump.Write();
            greedy.IsOver = true;
            thread.Join();

            Assert.Contains(" slot 1 greedy: BEING POLLED for ", output.Text);
            Assert.Contains(" slot 0 patient: asleep for ", output.Text);
            Assert.Contains("> Delay until 3600.", output.Text);
            Assert.Contains("busiest: greedy has ", output.Text);
            Assert.AreEqual(0L, executor.PolledTask, "nobody is polled any more");
        }

        [TestMethod]
        public void ATaskThatHoldsAMutexForEver_isNamedByThoseThatWaitForIt()
        {
            VirtualMachine machine = new VirtualMachine();
            Executor executor = new Executor(4, machine);
            Output output = new Output();
            Dump dump = new Dump(executor, new LineWriter(output, 200));
            Mutex bus = new Mutex();
            executor.Spawn(new Sequence(bus.NewLock(), new NeverFuture()), "hog");
            executor.Spawn(bus.NewLock(), "second");
            executor.Spawn(new WithTimeout(bus.NewLock(), 5 * Duration.Second), "third");
            executor.RunUntilIdle();
            dump.Write();

            Assert.Contains("slot 0 hog: asleep, polls 1 > Sequence place 2 of 2 > NeverFuture", output.Text);
            Assert.Contains("slot 1 second: asleep, polls 1 > MutexLock held by hog place 1", output.Text);
            Assert.Contains(
                "slot 2 third: asleep, polls 1 > WithTimeout until 5.000 s > MutexLock held by hog place 2", output.Text);
            Assert.IsFalse(output.Text.Contains("DEADLOCK", StringComparison.Ordinal), "no circle");
        }

        [TestMethod]
        public void ATaskThatStarvesOthers_isNamedAsTheBusiest()
        {
            VirtualMachine machine = new VirtualMachine();
            Executor executor = new Executor(4, machine);
            executor.Timing = true;
            Output output = new Output();
            Dump dump = new Dump(executor, new LineWriter(output, 200));
            executor.Spawn(new Slow(machine.Clock, 30 * Duration.Millisecond), "slow");
            Repeat beat = new Repeat(new Interval(10 * Duration.Millisecond), Repeat.Forever);
            executor.Spawn(beat, "beat");
            executor.BlockOn(new Delay().For(Duration.Second));
            dump.Write();

            Assert.Contains("busiest: slow has 99.", output.Text);
            Assert.Contains(" % of the time in polls, longest poll 3000", output.Text);
            Assert.Contains("beat: awake", output.Text.Replace("asleep", "awake", StringComparison.Ordinal));
            Assert.Contains("deadlines missed ", output.Text);
        }

        [TestMethod]
        public void ACircleOfMutexes_isNamed_andTheHookIsTold()
        {
            Executor executor = new Executor(4, new ManualMachine());
            Output output = new Output();
            Dump dump = new Dump(executor, new LineWriter(output, 200));
            Mutex a = new Mutex();
            Mutex b = new Mutex();
            Yield first = new Yield();
            Yield second = new Yield();
            executor.Spawn(new Sequence(a.NewLock(), first, b.NewLock()), "ab");
            executor.Spawn(new Sequence(b.NewLock(), second, a.NewLock()), "ba");
            int told = 0;
            executor.OnStuck = stuck =>
            {
                told++;
                dump.Write();
                stuck.Stop();
            };
            executor.Run();

            Assert.AreEqual(1, told, "once");
            Assert.Contains("DEADLOCK: ab waits for ba waits for ab\n", output.Text);
        }

        [TestMethod]
        public void WhatCanBeWokenFromOutside_isNotStuck()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = new Executor(4, machine);
            int told = 0;
            executor.OnStuck = stuck => told++;
            executor.OnIdle = idle => idle.Stop();
            Semaphore semaphore = new Semaphore(0, 1);
            executor.Spawn(semaphore.NewAcquire());
            executor.Spawn(new NeverFuture());
            executor.Run();
            Assert.AreEqual(0, told, "any thread may give a permit");
        }

        [TestMethod]
        public void ATaskThatThrew_isInTheDumpWithItsMessage()
        {
            Executor executor = new Executor(2, new ManualMachine());
            Output output = new Output();
            executor.OnFault = (who, handle, exception) => { };
            executor.Spawn(new Throws(), "pump");
            executor.RunUntilIdle();
            new Dump(executor, new LineWriter(output, 200)).Write();
            Assert.Contains("slot 0 pump: THREW dry\n", output.Text);
        }

        [TestMethod]
        public void EveryFutureOfTheLibrary_beginsWithItsName()
        {
            string[] words = Words.All.Split(Words.Separator);
            Assert.AreEqual(Words.Count, words.Length, "as many words as numbers");
            LineWriter line = new LineWriter(new byte[300]);
            Description description = new Description(line);
            Mutex mutex = new Mutex();
            Future[] futures = new Future[]
            {
                new Delay(), new Interval(1), new Yield(), mutex.NewLock(), new Semaphore(0, 1).NewAcquire(), new Signal().NewWait(),
                new LongSignal().NewWait(), new Channel(1).NewReceive(), new LongChannel(1).NewSend(), new Race(new Yield()),
                new Join(new Yield()), new Repeat(new Yield(), 1), new WithTimeout(new Yield(), 1), new Barrier(2).NewWait(),
                new EventFlags(true).NewWaitAny(1), new Once().NewWait(), new ReaderWriterLock().NewReadLock(),
                new ReaderWriterLock().NewWriteLock(), new CancellationWait(), new WithCancellation(new Yield()),
                new Budget(new Yield(), 1), new Supervised(new Yield(), RestartPolicy.Never), new Sequence(new Yield()),
                new WatchedThread(() => { }).NewWait(WatchedState.Exited),
            };
            foreach (Future future in futures)
            {
                line.Clear();
                future.Describe(description);
                string text = Encoding.ASCII.GetString(line.Buffer, 0, line.Length);
                Assert.StartsWith(future.GetType().Name, text);
                Assert.IsFalse(text.Contains('?', StringComparison.Ordinal), text);
            }
        }

        [TestMethod]
        public void ALine_isCutAndItsBufferNeverOverrun()
        {
            byte[] buffer = new byte[12];
            LineWriter line = new LineWriter(buffer);
            line.Add("0123456789abcdef").End();
            line.Add("more").End();
            Assert.AreEqual("0123456789a\n", Encoding.ASCII.GetString(buffer), "the last byte is the line feed");
            Assert.AreEqual(9, line.Lost, "what found no room is counted");
        }

        private sealed class Output : ByteSink
        {
            private readonly StringBuilder _text = new StringBuilder();

            internal string Text => _text.ToString();

            public override void Write(byte[] bytes, int count)
            {
                _text.Append(Encoding.ASCII.GetString(bytes, 0, count));
            }
        }

        private sealed class Looping : Future
        {
            internal readonly AutoResetEvent Entered = new AutoResetEvent(false);
            internal readonly Once Ended = new Once();
            internal volatile bool IsOver;

            public override Poll Poll(Waker waker)
            {
                Entered.Set();
                while (!IsOver)
                {
                    Thread.Sleep(1);
                }

                Ended.Set(this);
                return Ready;
            }
        }

        private sealed class Slow : Future
        {
            private readonly VirtualClock _clock;
            private readonly long _time;

            internal Slow(VirtualClock clock, long time)
            {
                _clock = clock;
                _time = time;
            }

            public override Poll Poll(Waker waker)
            {
                _clock.Advance(_time);
                waker.Wake();
                return Pending;
            }
        }

        private sealed class Throws : Future
        {
            public override Poll Poll(Waker waker)
            {
                throw new InvalidOperationException("dry");
            }
        }
    }
}
