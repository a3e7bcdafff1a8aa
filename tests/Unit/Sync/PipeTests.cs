using System;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class PipeTests
    {
        [TestMethod]
        public void Bytes_comeInTheOrderWritten_acrossTheEndOfTheRing()
        {
            Pipe pipe = new Pipe(5);
            byte[] from = new byte[4];
            byte[] to = new byte[4];
            byte next = 0;
            byte expected = 0;
            for (int round = 0; round < 200; round++)
            {
                int count = round % 5;
                for (int i = 0; i < count; i++)
                {
                    from[i] = next++;
                }

                Assert.AreEqual(count, pipe.Write(from, 0, count), "there is room");
                Assert.AreEqual(count, pipe.Count, "so many are in it");
                Assert.AreEqual(count, pipe.Reader.TryRead(to, 0, 4), "and are read");
                for (int i = 0; i < count; i++)
                {
                    Assert.AreEqual((int)expected++, (int)to[i], "in order");
                }
            }
        }

        [TestMethod]
        public void Write_toAFullPipe_refusesTheRestAndCounts()
        {
            Pipe pipe = new Pipe(3);
            byte[] to = new byte[8];
            Assert.AreEqual(3, pipe.Write(new byte[] { 1, 2, 3, 4, 5 }, 0, 5), "three fit");
            Assert.IsFalse(pipe.WriteByte(6), "no more");
            Assert.AreEqual(3, pipe.Dropped, "counted");
            Assert.AreEqual(1, pipe.Reader.TryRead(to, 0, 1), "one is read");
            Assert.IsTrue(pipe.WriteByte(7), "there is room again");
            Assert.AreEqual(3, pipe.Reader.TryRead(to, 1, 7), "all that is there");
            Assert.AreEqual("1 2 3 7 ", Text(to, 4), "what was accepted");
        }

        [TestMethod]
        public void DropOldest_keepsTheLast()
        {
            Pipe pipe = new Pipe(3, WhenFull.DropOldest);
            byte[] to = new byte[8];
            Assert.AreEqual(2, pipe.Write(new byte[] { 1, 2 }, 0, 2), "two");
            Assert.AreEqual(2, pipe.Write(new byte[] { 3, 4 }, 0, 2), "two more");
            Assert.IsTrue(pipe.WriteByte(5), "and one");
            Assert.AreEqual(3, pipe.Reader.TryRead(to, 0, 8), "three are left");
            Assert.AreEqual("3 4 5 ", Text(to, 3), "the last");
            Assert.AreEqual(2, pipe.Dropped, "two had to go");
            Assert.AreEqual(3, pipe.Write(new byte[] { 1, 2, 3, 4, 5, 6, 7 }, 0, 7), "more than it holds");
            Assert.AreEqual(3, pipe.Reader.TryRead(to, 0, 8), "three are left");
            Assert.AreEqual("5 6 7 ", Text(to, 3), "the last");
            Assert.AreEqual(6, pipe.Dropped, "four had to go");
        }

        [TestMethod]
        public void DropNewest_refusesAsRefuseDoes()
        {
            Pipe pipe = new Pipe(1, WhenFull.DropNewest);
            byte[] to = new byte[2];
            Assert.IsTrue(pipe.WriteByte(1), "there is room for one");
            Assert.IsFalse(pipe.WriteByte(2), "and no more");
            Assert.AreEqual(1, pipe.Dropped, "it is counted");
            Assert.AreEqual(1, pipe.Reader.TryRead(to, 0, 2), "the first is there");
            Assert.AreEqual(1, (int)to[0], "as it was");
            Assert.AreEqual(0, pipe.Reader.TryRead(to, 0, 2), "and then nothing");
        }

        [TestMethod]
        public void Reader_waitsForBytes()
        {
            ManualMachine machine = new ManualMachine();
            Pipe pipe = new Pipe(1);
            byte[] to = new byte[4];
            Executor executor = machine.NewExecutor(1);
            Awaiting task = new Awaiting(pipe.Reader.Into(to, 0, 4), 10);
            executor.Spawn(task);
            byte next = 0;
            machine.Parker.DuringPark = () => pipe.WriteByte(++next);
            executor.Run();
            Assert.AreEqual(10, task.Done, "one byte a park");
            Assert.AreEqual(10, (int)to[0], "the last of them");
            Assert.AreEqual(0L, executor.SpuriousPolls, "each poll for a byte");
        }

        [TestMethod]
        public void Reader_waitsForAtLeastSoMany()
        {
            Pipe pipe = new Pipe(8);
            byte[] to = new byte[8];
            Executor executor = new ManualMachine().NewExecutor(1);
            Awaiting task = new Awaiting(pipe.Reader.Into(to, 2, 3, 6));
            executor.Spawn(task);
            executor.RunUntilIdle();
            pipe.Write(new byte[] { 1, 2 }, 0, 2);
            executor.RunUntilIdle();
            Assert.AreEqual(0, task.Done, "two are too few");
            pipe.Write(new byte[] { 3, 4 }, 0, 2);
            executor.RunUntilIdle();
            Assert.AreEqual(4, pipe.Reader.Count, "then all there are");
            Assert.AreEqual("0 0 1 2 3 4 0 0 ", Text(to, 8), "where they belong");
        }

        [TestMethod]
        public void Writer_waitsForRoom_andWritesAll()
        {
            Pipe pipe = new Pipe(4);
            byte[] from = new byte[100];
            for (int i = 0; i < 100; i++)
            {
                from[i] = (byte)i;
            }

            byte[] to = new byte[3];
            Executor executor = new ManualMachine().NewExecutor(2);
            Awaiting writing = new Awaiting(pipe.Writer.From(from, 0, 100));
            Collecting reading = new Collecting(pipe.Reader.Into(to, 0, 3), to);
            executor.Spawn(writing);
            executor.Spawn(reading);
            executor.RunUntilIdle();
            Assert.AreEqual(1, writing.Done, "all is written");
            Assert.AreEqual(100, pipe.Writer.Written, "all of it");
            Assert.AreEqual(100, reading.Bytes, "and read");
            Assert.IsTrue(reading.InOrder, "in order");
            Assert.AreEqual(0, pipe.Dropped, "nothing was dropped");
        }

        [TestMethod]
        public void Writer_toAPipeThatDropsItsOldest_neverWaits()
        {
            Pipe pipe = new Pipe(3, WhenFull.DropOldest);
            byte[] to = new byte[8];
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.BlockOn(pipe.Writer.From(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 }, 0, 8));
            Assert.AreEqual(8, pipe.Writer.Written, "all of it");
            Assert.AreEqual(3, pipe.Reader.TryRead(to, 0, 8), "three are left");
            Assert.AreEqual("6 7 8 ", Text(to, 3), "the last");
            Assert.AreEqual(5, pipe.Dropped, "five had to go");
        }

        [TestMethod]
        public void Close_readerGetsTheRestAndThenTheEnd()
        {
            Pipe pipe = new Pipe(4);
            byte[] to = new byte[4];
            Executor executor = new ManualMachine().NewExecutor(1);
            pipe.Write(new byte[] { 1, 2 }, 0, 2);
            Awaiting task = new Awaiting(pipe.Reader.Into(to, 0, 3, 4), 2);
            executor.Spawn(task);
            executor.RunUntilIdle();
            Assert.AreEqual(0, task.Done, "fewer than it asked for");
            pipe.Close();
            pipe.Close();
            Assert.IsFalse(pipe.WriteByte(3), "nothing more");
            Assert.AreEqual(0, pipe.Write(to, 0, 4), "at all");
            executor.RunUntilIdle();
            Assert.AreEqual(2, task.Done, "what was left and the end");
            Assert.IsTrue(pipe.Reader.IsClosed && pipe.Reader.Count == 0, "the end");
            Assert.AreEqual("1 2 0 0 ", Text(to, 4), "after the rest");
        }

        [TestMethod]
        public void Close_endsAWriterThatWaits()
        {
            Pipe pipe = new Pipe(2);
            Executor executor = new ManualMachine().NewExecutor(1);
            Awaiting writing = new Awaiting(pipe.Writer.From(new byte[5], 0, 5));
            executor.Spawn(writing);
            executor.RunUntilIdle();
            pipe.Close();
            executor.RunUntilIdle();
            Assert.AreEqual(1, writing.Done, "it goes on");
            Assert.AreEqual(2, pipe.Writer.Written, "with what it could write");
        }

        [TestMethod]
        public void Cancel_readerAndWriter_loseNothing()
        {
            Pipe pipe = new Pipe(2);
            byte[] to = new byte[4];
            Executor executor = new ManualMachine().NewExecutor(2);
            long reading = executor.Spawn(new Awaiting(pipe.Reader.Into(to, 0, 4)));
            executor.RunUntilIdle();
            pipe.WriteByte(1);
            executor.Abort(reading);
            Assert.AreEqual(1, pipe.Count, "woken and cancelled: the byte is still there");
            long writing = executor.Spawn(new Awaiting(pipe.Writer.From(new byte[] { 2, 3, 4 }, 0, 3)));
            executor.RunUntilIdle();
            executor.Abort(writing);
            Assert.AreEqual(1, pipe.Writer.Written, "one fitted and stays");
            Assert.AreEqual(2, pipe.Reader.TryRead(to, 0, 4), "the rest does not come");
            Assert.AreEqual("1 2 ", Text(to, 2), "in order");
            executor.BlockOn(pipe.Writer.From(to, 0, 1));
            executor.BlockOn(pipe.Reader);
            Assert.AreEqual(1, pipe.Reader.Count, "both go on");
        }

        [TestMethod]
        public void Take_writerGoesOnWhereItWas()
        {
            Pipe pipe = new Pipe(2);
            byte[] to = new byte[4];
            Executor executor = new ManualMachine().NewExecutor(1);
            Awaiting writing = new Awaiting(pipe.Writer.From(new byte[] { 1, 2, 3 }, 0, 3));
            long handle = executor.Spawn(writing);
            executor.RunUntilIdle();
            executor.Detach(handle);
            pipe.Reader.TryRead(to, 0, 1);
            Executor other = new ManualMachine().NewExecutor(1);
            other.Spawn(writing);
            other.RunUntilIdle();
            Assert.AreEqual(1, writing.Done, "with the byte that was left");
            pipe.Reader.TryRead(to, 1, 2);
            Assert.AreEqual("1 2 3 ", Text(to, 3), "each once");
        }

        [TestMethod]
        public void DropOldest_countsWhatIsThere_andWhatHadToGo()
        {
            Pipe pipe = new Pipe(4, WhenFull.DropOldest);
            byte[] to = new byte[8];
            byte[] from = new byte[] { 1, 2, 3, 4, 5, 6 };
            pipe.Write(from, 0, 3);
            Assert.AreEqual(2, pipe.Reader.TryRead(to, 0, 2), "the tail has moved");
            pipe.Write(from, 0, 4);
            pipe.Write(from, 0, 2);
            Assert.AreEqual(4, pipe.Count, "never more than it holds");
            Assert.AreEqual(4, pipe.Reader.TryRead(to, 0, 8), "these");
            Assert.AreEqual("3 4 1 2 ", Text(to, 4), "the last of all");
            Assert.AreEqual(3, pipe.Dropped, "one of the first write and two of the second");
            Assert.AreEqual(4, pipe.Write(from, 1, 4), "exactly as many as it holds");
            Assert.AreEqual(3, pipe.Dropped, "drops none");
        }

        [TestMethod]
        public void Write_ofNothing_wakesNobody()
        {
            Pipe pipe = new Pipe(2);
            byte[] bytes = new byte[4];
            Executor executor = new ManualMachine().NewExecutor(1);
            Awaiting reading = new Awaiting(pipe.Reader.Into(bytes, 0, 2, 4));
            executor.Spawn(reading);
            executor.RunUntilIdle();
            Assert.AreEqual(0, pipe.Write(bytes, 4, 0), "nothing behind the end is within the array");
            executor.RunUntilIdle();
            Assert.AreEqual(1, reading.Polls, "there is nothing new to read");
        }

        [TestMethod]
        public void TryRead_ofNothing_doesNotWakeTheWriter()
        {
            Pipe pipe = new Pipe(2);
            byte[] bytes = new byte[4];
            Executor executor = new ManualMachine().NewExecutor(1);
            Awaiting writing = new Awaiting(pipe.Writer.From(bytes, 0, 3));
            executor.Spawn(writing);
            executor.RunUntilIdle();
            Assert.AreEqual(0, pipe.Reader.TryRead(bytes, 4, 0), "nothing is asked for");
            executor.RunUntilIdle();
            Assert.AreEqual(1, writing.Polls, "there is no more room than before");
        }

        [TestMethod]
        public void Writer_thatGetsAhead_isNotPolledInVain()
        {
            Pipe pipe = new Pipe(2);
            byte[] bytes = new byte[6];
            Executor executor = new ManualMachine().NewExecutor(1);
            Awaiting writing = new Awaiting(pipe.Writer.From(bytes, 0, 6));
            executor.Spawn(writing);
            executor.RunUntilIdle();
            pipe.Reader.TryRead(bytes, 0, 2);
            executor.RunUntilIdle();
            Assert.AreEqual(4, pipe.Writer.Written, "it writes on");
            Assert.AreEqual(0L, executor.SpuriousPolls, "a poll that writes is of use");
            pipe.Writer.Flag.Wake();
            executor.RunUntilIdle();
            Assert.AreEqual(1L, executor.SpuriousPolls, "one that cannot is not");
        }

        [TestMethod]
        public void Writer_thatHasFinished_hasToBeArmedAgain()
        {
            Pipe pipe = new Pipe(4);
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.BlockOn(pipe.Writer.From(new byte[2], 0, 2));
            Expect.Message("A writer was polled before", () => executor.BlockOn(pipe.Writer));
            long handle = executor.Spawn(pipe.Writer.From(new byte[4], 0, 4));
            executor.RunUntilIdle();
            executor.Abort(handle);
            Expect.Message("A writer was polled before", () => executor.BlockOn(pipe.Writer));
            Assert.AreEqual(2, pipe.Writer.Written, "what it had written by then");
            pipe.Writer.From(new byte[1], 0, 1);
            Assert.AreEqual(0, pipe.Writer.Written, "armed anew it has written nothing");
        }

        [TestMethod]
        public void Close_withBytesLeft_isNotTheEndYet()
        {
            Pipe pipe = new Pipe(4);
            byte[] to = new byte[4];
            Executor executor = new ManualMachine().NewExecutor(1);
            pipe.Write(new byte[] { 1, 2 }, 0, 2);
            pipe.Close();
            executor.BlockOn(pipe.Reader.Into(to, 0, 3, 4));
            Assert.AreEqual(2, pipe.Reader.Count, "fewer than asked for, but all there are");
            Assert.IsFalse(pipe.Reader.IsClosed, "which is not the end yet");
            executor.BlockOn(pipe.Reader.Into(to, 0, 3, 4));
            Assert.AreEqual(0, pipe.Reader.Count, "nothing is left");
            Assert.IsTrue(pipe.Reader.IsClosed, "this is the end");
        }

        [TestMethod]
        public void Into_takesEveryLengthThatCanBeThere()
        {
            Pipe pipe = new Pipe(3);
            byte[] to = new byte[4];
            Executor executor = new ManualMachine().NewExecutor(1);
            pipe.Write(new byte[] { 1, 2, 3 }, 0, 3);
            executor.BlockOn(pipe.Reader.Into(to, 1, 3, 3));
            Assert.AreEqual("0 1 2 3 ", Text(to, 4), "all that the pipe holds, to the end of the array");
            Expect.Message("Offset 2 and count 3 are not within the 4 bytes", () => pipe.Reader.Into(to, 2, 3));
            Expect.Message("min is 3; give 1 to 2:", () => pipe.Reader.Into(to, 0, 3, 2));
            Expect.Message("A pipe copies from or to an array", () => pipe.Reader.Into(null, 0, 1));
        }

        [TestMethod]
        public void Misuse_hasItsMessage()
        {
            Pipe pipe = new Pipe(4);
            byte[] four = new byte[4];
            Executor executor = new ManualMachine().NewExecutor(2);
            Expect.Message("capacity is 0; give 1 to 65536.", () => new Pipe(0));
            Expect.Message("Offset 2 and count 3 are not within the 4 bytes", () => pipe.Write(four, 2, 3));
            Expect.Message("Offset 0 and count -1 are not within the 4 bytes", () => pipe.Writer.From(four, 0, -1));
            Expect.Message("Offset -1 and count 1 are not within the 4 bytes", () => pipe.Reader.TryRead(four, -1, 1));
            Expect.Message("A pipe copies from or to an array", () => pipe.Write(null, 0, 0));
            Expect.Message("min is 0; give 1 to 3:", () => pipe.Reader.Into(four, 0, 0, 3));
            Expect.Message("min is 5; give 1 to 4:", () => pipe.Reader.Into(new byte[8], 0, 5, 8));
            Expect.Message("A reader was polled before", () => executor.BlockOn(pipe.Reader));
            Expect.Message("A writer was polled before", () => executor.BlockOn(pipe.Writer));
            executor.Spawn(pipe.Writer.From(new byte[5], 0, 5));
            executor.RunUntilIdle();
            Expect.Message("A writer is still pending", () => pipe.Writer.From(four, 0, 1));
        }

        private static string Text(byte[] bytes, int count)
        {
            string text = "";
            for (int i = 0; i < count; i++)
            {
                text += bytes[i].ToString() + " ";
            }

            return text;
        }

        private sealed class Collecting : Awaiting
        {
            internal int Bytes;
            internal bool InOrder = true;
            private readonly byte[] _bytes;

            internal Collecting(PipeReader reader, byte[] bytes)
                : base(reader, int.MaxValue)
            {
                _bytes = bytes;
            }

            protected override void OnReady()
            {
                for (int i = 0; i < ((PipeReader)Inner).Count; i++)
                {
                    InOrder &= _bytes[i] == (byte)Bytes++;
                }
            }
        }
    }
}
