using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class ChannelTests
    {
        [TestMethod]
        public void Items_leaveInTheOrderSent()
        {
            LongChannel channel = new LongChannel(3);
            for (long round = 0; round < 10; round++)
            {
                for (long i = 0; i < 3; i++)
                {
                    Assert.IsTrue(channel.TrySend(round + i), "there is a place");
                }

                Assert.AreEqual(3, channel.Count, "full");
                Assert.IsFalse(channel.TrySend(99), "no place for a fourth");
                for (long i = 0; i < 3; i++)
                {
                    long item;
                    Assert.IsTrue(channel.TryReceive(out item), "there is one");
                    Assert.AreEqual(round + i, item, "in the order sent");
                }
            }

            long none;
            Assert.IsFalse(channel.TryReceive(out none), "empty");
            Assert.AreEqual(10, channel.Dropped, "what was refused is counted");
        }

        [TestMethod]
        public void Receive_ofReferences_getsTheVeryObjects()
        {
            Channel channel = new Channel(1);
            ChannelReceive receive = channel.NewReceive();
            Executor executor = new ManualMachine().NewExecutor(1);
            object item = new object();
            channel.TrySend(item);
            executor.BlockOn(receive);
            Assert.AreSame(item, receive.Result, "what was sent");
            channel.TrySend(null);
            executor.BlockOn(receive);
            Assert.IsNull(receive.Result, "null is an item");
            Assert.IsFalse(receive.IsClosed, "and not the end");
        }

        [TestMethod]
        public void CapacityOne_tasksTakeTurns()
        {
            LongChannel channel = new LongChannel(1);
            Executor executor = new ManualMachine().NewExecutor(2);
            Receiver receiver = new Receiver(channel, 100);
            executor.Spawn(receiver);
            executor.Spawn(new Sender(channel, 1, 100));
            executor.Run();
            Assert.AreEqual(5050L, receiver.Sum, "each once");
            Assert.IsTrue(receiver.InOrder, "in order");
            Assert.AreEqual(0, channel.WaitingToSend + channel.WaitingToReceive + channel.Count, "nothing is left");
        }

        [TestMethod]
        public void ManySendersAndReceivers_loseNothing()
        {
            LongChannel channel = new LongChannel(3);
            Executor executor = new ManualMachine().NewExecutor(8);
            Receiver[] receivers = new Receiver[3];
            for (int i = 0; i < 3; i++)
            {
                receivers[i] = new Receiver(channel, 40);
                executor.Spawn(receivers[i]);
            }

            for (int i = 0; i < 4; i++)
            {
                executor.Spawn(new Sender(channel, 1 + (1000 * i), 30));
            }

            executor.Run();
            long sum = receivers[0].Sum + receivers[1].Sum + receivers[2].Sum;
            Assert.AreEqual((4 * 465L) + (30 * 6000L), sum, "every item once");
            Assert.AreEqual(0, channel.WaitingToSend + channel.WaitingToReceive + channel.Count, "nothing is left");
        }

        [TestMethod]
        public void WaitingReceivers_keepTheRules()
        {
            TurnChecks.All(new NothingToReceive(WhenFull.Refuse));
            TurnChecks.All(new NothingToReceive(WhenFull.DropOldest));
        }

        [TestMethod]
        public void WaitingReceiversOfNumbers_keepTheRules()
        {
            TurnChecks.All(new NoNumber());
        }

        [TestMethod]
        public void WaitingSenders_keepTheRules()
        {
            TurnChecks.All(new NoPlace());
        }

        [TestMethod]
        public void WaitingSendersOfNumbers_keepTheRules()
        {
            TurnChecks.All(new NoPlaceForNumbers());
        }

        [TestMethod]
        public void TryReceive_doesNotOvertakeWhoWaits()
        {
            LongChannel channel = new LongChannel(2);
            Executor executor = new ManualMachine().NewExecutor(1);
            Awaiting waiting = new Awaiting(channel.NewReceive());
            executor.Spawn(waiting);
            executor.RunUntilIdle();
            channel.TrySend(5);
            long item;
            Assert.IsFalse(channel.TryReceive(out item), "it is for who waits");
            executor.RunUntilIdle();
            Assert.AreEqual(1, waiting.Done, "who gets it");
        }

        [TestMethod]
        public void DropOldest_keepsTheNewest()
        {
            LongChannel channel = new LongChannel(3, WhenFull.DropOldest);
            LongChannelSend send = channel.NewSend();
            Executor executor = new ManualMachine().NewExecutor(1);
            for (long i = 1; i <= 9; i++)
            {
                Assert.IsTrue(channel.TrySend(i), "always accepted");
            }

            executor.BlockOn(send.With(10));
            Assert.IsTrue(send.IsSent, "sent without waiting");
            Assert.AreEqual(7, channel.Dropped, "seven had to go");
            Assert.AreEqual("8 9 10 ", Drain(channel), "the newest are left");
        }

        [TestMethod]
        public void DropNewest_keepsTheOldest()
        {
            LongChannel channel = new LongChannel(2, WhenFull.DropNewest);
            LongChannelSend send = channel.NewSend();
            Executor executor = new ManualMachine().NewExecutor(1);
            channel.TrySend(1);
            executor.BlockOn(send.With(2));
            Assert.IsTrue(send.IsSent, "there was a place");
            executor.BlockOn(send.With(3));
            Assert.IsFalse(send.IsSent, "dropped without waiting");
            Assert.IsFalse(channel.TrySend(4), "dropped");
            Assert.AreEqual(2, channel.Dropped, "and counted");
            Assert.AreEqual("1 2 ", Drain(channel), "the oldest are left");
        }

        [TestMethod]
        public void TrySend_inAPark_wakesTheExecutor()
        {
            ManualMachine machine = new ManualMachine();
            LongChannel channel = new LongChannel(4);
            Executor executor = machine.NewExecutor(1);
            Receiver receiver = new Receiver(channel, 30);
            executor.Spawn(receiver);
            long next = 0;
            machine.Parker.DuringPark = () =>
            {
                channel.TrySend(++next);
                channel.TrySend(++next);
                channel.TrySend(++next);
            };
            executor.Run();
            Assert.AreEqual(465L, receiver.Sum, "each once");
            Assert.AreEqual(10, machine.Parker.Parks, "three items a park");
            Assert.AreEqual(0L, executor.SpuriousPolls, "for one poll");
        }

        [TestMethod]
        public void Close_receiversGetWhatIsThereAndThenTheEnd()
        {
            LongChannel channel = new LongChannel(4);
            LongChannelReceive receive = channel.NewReceive();
            Executor executor = new ManualMachine().NewExecutor(1);
            channel.TrySend(1);
            channel.TrySend(2);
            channel.Close();
            channel.Close();
            Assert.IsTrue(channel.IsClosed, "it says so");
            Assert.IsFalse(channel.TrySend(3), "nothing more");
            Assert.AreEqual(0, channel.Dropped, "which is not for want of a place");
            executor.BlockOn(receive);
            Assert.AreEqual(1L, receive.Result, "what was sent before");
            executor.BlockOn(receive);
            Assert.AreEqual(2L, receive.Result, "all of it");
            Assert.IsFalse(receive.IsClosed, "not yet the end");
            executor.BlockOn(receive);
            Assert.IsTrue(receive.IsClosed, "the end");
            executor.BlockOn(receive);
            Assert.IsTrue(receive.IsClosed, "for ever");
        }

        [TestMethod]
        public void Close_wakesAllThatWait()
        {
            Channel channel = new Channel(1);
            Executor executor = new ManualMachine().NewExecutor(6);
            ChannelReceive first = channel.NewReceive();
            ChannelReceive second = channel.NewReceive();
            executor.Spawn(first);
            executor.Spawn(second);
            executor.RunUntilIdle();
            channel.Close();
            executor.RunUntilIdle();
            Assert.IsTrue(first.IsClosed && second.IsClosed, "both know");

            Channel full = new Channel(1);
            full.TrySend(null);
            ChannelSend third = full.NewSend();
            ChannelSend fourth = full.NewSend();
            executor.Spawn(third.With(this));
            executor.Spawn(fourth.With(this));
            executor.RunUntilIdle();
            Assert.AreEqual(2, full.WaitingToSend, "no place");
            full.Close();
            executor.RunUntilIdle();
            Assert.AreEqual(0, executor.TaskCount, "both have ended");
            Assert.IsFalse(third.IsSent || fourth.IsSent, "without sending");
        }

        [TestMethod]
        public void Close_wokenAndCancelled_tellsTheNext()
        {
            LongChannel channel = new LongChannel(1);
            Executor executor = new ManualMachine().NewExecutor(4);
            LongChannelReceive receive = channel.NewReceive();
            long receiver = executor.Spawn(channel.NewReceive());
            executor.Spawn(receive);
            executor.RunUntilIdle();
            channel.Close();
            executor.Abort(receiver);
            executor.RunUntilIdle();
            Assert.IsTrue(receive.IsClosed, "the second in line learns it when the first has gone");

            LongChannel full = new LongChannel(1);
            full.TrySend(1);
            long sender = executor.Spawn(full.NewSend().With(2));
            executor.Spawn(full.NewSend().With(3));
            executor.RunUntilIdle();
            full.Close();
            executor.Abort(sender);
            executor.RunUntilIdle();
            Assert.AreEqual(0, executor.TaskCount, "so does the second sender");
            Assert.AreEqual("1 ", Drain(full), "nothing of theirs was sent");
        }

        [TestMethod]
        public void Cancel_ofASend_sendsNothing()
        {
            LongChannel channel = new LongChannel(1);
            Executor executor = new ManualMachine().NewExecutor(1);
            channel.TrySend(1);
            LongChannelSend send = channel.NewSend();
            long handle = executor.Spawn(send.With(2));
            executor.RunUntilIdle();
            executor.Abort(handle);
            Assert.IsFalse(send.IsSent, "it says so");
            Assert.AreEqual("1 ", Drain(channel), "nothing of it is there");
            executor.BlockOn(send.With(3));
            Assert.AreEqual("3 ", Drain(channel), "armed again");
        }

        [TestMethod]
        public void Channel_ofReferences_refusesAndCounts()
        {
            Channel channel = new Channel(1);
            object item;
            Assert.IsTrue(channel.TrySend("a"), "there is a place");
            Assert.IsFalse(channel.TrySend("b"), "there is none");
            Assert.AreEqual(1, channel.Dropped, "counted");
            Assert.IsTrue(channel.TryReceive(out item), "the first");
            Assert.AreEqual("a", (string)item, "is the one that fitted");
            Assert.IsFalse(channel.TryReceive(out item), "there is no other");
            Assert.IsNull(item, "not even the first again");
            channel.Close();
            Assert.IsFalse(channel.TrySend("c"), "closed");
            Assert.AreEqual(1, channel.Dropped, "which is not for want of a place");
        }

        [TestMethod]
        public void Channel_ofReferences_dropsItsOldestAndCounts()
        {
            Channel channel = new Channel(2, WhenFull.DropOldest);
            object item;
            channel.TrySend("a");
            channel.TrySend("b");
            Assert.IsTrue(channel.TrySend("c"), "always accepted");
            Assert.AreEqual(1, channel.Dropped, "the oldest had to go");
            channel.TryReceive(out item);
            Assert.AreEqual("b", (string)item, "the next is the oldest now");
        }

        [TestMethod]
        public void TryReceive_ofAReference_doesNotOvertakeWhoWaits()
        {
            Channel channel = new Channel(2);
            Executor executor = new ManualMachine().NewExecutor(1);
            Awaiting waiting = new Awaiting(channel.NewReceive());
            executor.Spawn(waiting);
            executor.RunUntilIdle();
            channel.TrySend("a");
            object item;
            Assert.IsFalse(channel.TryReceive(out item), "it is for who waits");
            executor.RunUntilIdle();
            Assert.AreEqual(1, waiting.Done, "who gets it");
        }

        [TestMethod]
        public void Receive_makesAPlaceForTheFirstThatWaitsToSend()
        {
            Channel channel = new Channel(1);
            LongChannel numbers = new LongChannel(1);
            Executor executor = new ManualMachine().NewExecutor(4);
            channel.TrySend("a");
            numbers.TrySend(1);
            Awaiting sending = new Awaiting(channel.NewSend().With("b"));
            Awaiting sendingNumbers = new Awaiting(numbers.NewSend().With(2));
            executor.Spawn(sending);
            executor.Spawn(sendingNumbers);
            executor.RunUntilIdle();
            executor.BlockOn(channel.NewReceive());
            executor.BlockOn(numbers.NewReceive());
            executor.RunUntilIdle();
            Assert.AreEqual(1, sending.Done, "a task that receives leaves a place behind");
            Assert.AreEqual(1, sendingNumbers.Done, "for numbers too");
            Assert.AreEqual(1, channel.Count, "which is taken");
        }

        [TestMethod]
        public void IsClosed_isOfTheLatestReceive()
        {
            Channel channel = new Channel(2);
            ChannelReceive receive = channel.NewReceive();
            ChannelReceive other = channel.NewReceive();
            Executor executor = new ManualMachine().NewExecutor(2);
            channel.TrySend("a");
            channel.TrySend("b");
            channel.Close();
            executor.BlockOn(receive);
            Assert.IsFalse(receive.IsClosed, "the item came first");
            executor.BlockOn(other);
            Assert.AreEqual("b", (string)other.Result, "and the other one");
            executor.BlockOn(receive);
            Assert.IsTrue(receive.IsClosed, "then the end");
            Assert.IsNull(receive.Result, "with nothing");
            Assert.IsFalse(other.IsClosed, "the other one has not seen it yet");
        }

        [TestMethod]
        public void IsClosed_ofANumber_leavesNoNumberBehind()
        {
            LongChannel channel = new LongChannel(1);
            LongChannelReceive receive = channel.NewReceive();
            Executor executor = new ManualMachine().NewExecutor(1);
            channel.TrySend(5);
            executor.BlockOn(receive);
            channel.Close();
            executor.BlockOn(receive);
            Assert.IsTrue(receive.IsClosed, "the end");
            Assert.AreEqual(0L, receive.Result, "is not the last item once more");
        }

        [TestMethod]
        public void Send_thatWasCancelled_hasToBeArmedAgain()
        {
            LongChannel channel = new LongChannel(1);
            Executor executor = new ManualMachine().NewExecutor(1);
            channel.TrySend(1);
            LongChannelSend send = channel.NewSend();
            executor.Abort(executor.Spawn(send.With(2)));
            Expect.Message("A send was polled before it was armed", () => executor.BlockOn(send));
            long handle = executor.Spawn(send.With(3));
            executor.RunUntilIdle();
            executor.Abort(handle);
            Expect.Message("A send was polled before it was armed", () => executor.BlockOn(send));
            Assert.AreEqual("1 ", Drain(channel), "nothing of it was sent");
        }

        [TestMethod]
        public void Send_thatIsArmedAgain_isNotSentYet()
        {
            LongChannel channel = new LongChannel(1);
            Executor executor = new ManualMachine().NewExecutor(1);
            LongChannelSend send = channel.NewSend();
            executor.BlockOn(send.With(1));
            Assert.IsTrue(send.IsSent, "the first");
            long handle = executor.Spawn(send.With(2));
            Assert.IsFalse(send.IsSent, "the second is not yet");
            executor.RunUntilIdle();
            Assert.IsFalse(send.IsSent, "it waits for a place");
            executor.Abort(handle);
            Assert.IsFalse(send.IsSent, "and never got one");
        }

        [TestMethod]
        public void Send_thatWasDropped_hasToBeArmedAgain()
        {
            LongChannel channel = new LongChannel(1, WhenFull.DropNewest);
            Executor executor = new ManualMachine().NewExecutor(1);
            LongChannelSend send = channel.NewSend();
            channel.TrySend(1);
            executor.BlockOn(send.With(2));
            Expect.Message("A send was polled before it was armed", () => executor.BlockOn(send));
            Assert.AreEqual(1, channel.Dropped, "it was dropped once");
        }

        [TestMethod]
        public void Misuse_hasItsMessage()
        {
            LongChannel channel = new LongChannel(1);
            LongChannelSend send = channel.NewSend();
            Executor executor = new ManualMachine().NewExecutor(2);
            Expect.Message("capacity is 0; give 1 to 65536.", () => new LongChannel(0));
            Expect.Message("capacity is -1; give 1 to 65536.", () => new Channel(-1));
            Expect.Message("capacity is 65537; give 1 to 65536.", () => new Channel(65537, WhenFull.DropOldest));
            Expect.Message("A send was polled before it was armed", () => executor.BlockOn(send));
            executor.BlockOn(send.With(1));
            Expect.Message("A send was polled before it was armed", () => executor.BlockOn(send));
            executor.Spawn(send.With(2));
            executor.RunUntilIdle();
            Expect.Message("A send is still pending", () => send.With(3));
        }

        private static string Drain(LongChannel channel)
        {
            string text = "";
            long item;
            while (channel.TryReceive(out item))
            {
                text += item.ToString() + " ";
            }

            return text;
        }

        private sealed class Sender : Future
        {
            private readonly LongChannelSend _send;
            private long _next;
            private int _left;

            internal Sender(LongChannel channel, long first, int items)
            {
                _send = channel.NewSend();
                _next = first;
                _left = items;
                _send.With(_next++);
            }

            public override Poll Poll(Waker waker)
            {
                while (_send.Poll(waker) == Ready)
                {
                    if (--_left == 0)
                    {
                        return Ready;
                    }

                    _send.With(_next++);
                }

                return Pending;
            }
        }

        private sealed class Receiver : Awaiting
        {
            internal long Sum;
            internal bool InOrder = true;
            private long _last = long.MinValue;

            internal Receiver(LongChannel channel, int items)
                : base(channel.NewReceive(), items)
            {
            }

            protected override void OnReady()
            {
                long item = ((LongChannelReceive)Inner).Result;
                InOrder &= item > _last;
                _last = item;
                Sum += item;
            }
        }

        private sealed class NothingToReceive : TurnCase
        {
            private readonly WhenFull _whenFull;
            private readonly Channel _channel;

            internal NothingToReceive(WhenFull whenFull)
            {
                _whenFull = whenFull;
                _channel = new Channel(1, whenFull);
            }

            internal override int Waiting => _channel.WaitingToReceive;

            internal override TurnCase Again()
            {
                return new NothingToReceive(_whenFull);
            }

            internal override QueuedFuture NewWait()
            {
                return _channel.NewReceive();
            }

            internal override void Give()
            {
                _channel.TrySend(this);
            }
        }

        private sealed class NoNumber : TurnCase
        {
            private readonly LongChannel _channel = new LongChannel(2);

            internal override int Waiting => _channel.WaitingToReceive;

            internal override TurnCase Again()
            {
                return new NoNumber();
            }

            internal override QueuedFuture NewWait()
            {
                return _channel.NewReceive();
            }

            internal override void Give()
            {
                _channel.TrySend(7);
            }
        }

        private sealed class NoPlace : TurnCase
        {
            private readonly Channel _channel = new Channel(1);

            internal NoPlace()
            {
                _channel.TrySend(this);
            }

            internal override int Waiting => _channel.WaitingToSend;

            internal override TurnCase Again()
            {
                return new NoPlace();
            }

            internal override QueuedFuture NewWait()
            {
                return _channel.NewSend().With(this);
            }

            internal override void Rearm(Future wait)
            {
                ((ChannelSend)wait).With(this);
            }

            internal override void Give()
            {
                object item;
                _channel.TryReceive(out item);
            }
        }

        private sealed class NoPlaceForNumbers : TurnCase
        {
            private readonly LongChannel _channel = new LongChannel(1);

            internal NoPlaceForNumbers()
            {
                _channel.TrySend(1);
            }

            internal override int Waiting => _channel.WaitingToSend;

            internal override TurnCase Again()
            {
                return new NoPlaceForNumbers();
            }

            internal override QueuedFuture NewWait()
            {
                return _channel.NewSend().With(2);
            }

            internal override void Rearm(Future wait)
            {
                ((LongChannelSend)wait).With(2);
            }

            internal override void Give()
            {
                long item;
                _channel.TryReceive(out item);
            }
        }
    }
}
