using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class PubSubTests
    {
        [TestMethod]
        public void Subscribers_eachGetAllInOrder()
        {
            LongPubSub source = new LongPubSub(4);
            Reading one = new Reading(source.NewSubscriber(), 10);
            Reading two = new Reading(source.NewSubscriber(), 10);
            Executor executor = new ManualMachine().NewExecutor(2);
            executor.Spawn(one);
            executor.Spawn(two);
            executor.RunUntilIdle();
            for (int i = 1; i <= 10; i++)
            {
                Assert.IsTrue(source.Publish(i), "accepted");
                executor.RunUntilIdle();
            }

            Assert.AreEqual("1 2 3 4 5 6 7 8 9 10 ", one.Text, "all");
            Assert.AreEqual(one.Text, two.Text, "for both");
            Assert.AreEqual(0L, executor.SpuriousPolls, "each poll for a reason");
        }

        [TestMethod]
        public void Subscriber_thatIsBehind_isToldWhatItMissed()
        {
            LongPubSub source = new LongPubSub(3);
            LongSubscriber subscriber = source.NewSubscriber();
            Executor executor = new ManualMachine().NewExecutor(1);
            for (int i = 1; i <= 8; i++)
            {
                source.Publish(i);
            }

            executor.BlockOn(subscriber);
            Assert.AreEqual(6L, subscriber.Result, "the oldest that is left");
            Assert.AreEqual(5, subscriber.Missed, "five were before it");
            executor.BlockOn(subscriber);
            Assert.AreEqual(7L, subscriber.Result, "the next");
            Assert.AreEqual(0, subscriber.Missed, "directly");
            for (int i = 9; i <= 12; i++)
            {
                source.Publish(i);
            }

            executor.BlockOn(subscriber);
            Assert.AreEqual(10L, subscriber.Result, "behind again");
            Assert.AreEqual(2, subscriber.Missed, "by two");
            Assert.AreEqual(7L, subscriber.MissedInAll, "seven together");
        }

        [TestMethod]
        public void CapacityOne_keepsTheLatest()
        {
            PubSub source = new PubSub(1);
            Subscriber subscriber = source.NewSubscriber();
            Executor executor = new ManualMachine().NewExecutor(1);
            source.Publish("a");
            source.Publish("b");
            executor.BlockOn(subscriber);
            Assert.AreEqual("b", (string)subscriber.Result, "the latest");
            Assert.AreEqual(1, subscriber.Missed, "one was missed");
        }

        [TestMethod]
        public void NewSubscriber_getsWhatComesFromNowOn()
        {
            LongPubSub source = new LongPubSub(4);
            source.Publish(1);
            LongSubscriber subscriber = source.NewSubscriber();
            source.Publish(2);
            new ManualMachine().NewExecutor(1).BlockOn(subscriber);
            Assert.AreEqual(2L, subscriber.Result, "not what was before");
            Assert.AreEqual(0, subscriber.Missed, "which it did not miss");
        }

        [TestMethod]
        public void Subscribers_ofTwoExecutors()
        {
            LongPubSub source = new LongPubSub(4);
            Reading one = new Reading(source.NewSubscriber(), 2);
            Reading two = new Reading(source.NewSubscriber(), 2);
            Executor first = new ManualMachine().NewExecutor(1);
            Executor second = new ManualMachine().NewExecutor(1);
            first.Spawn(one);
            second.Spawn(two);
            first.RunUntilIdle();
            second.RunUntilIdle();
            source.Publish(1);
            source.Publish(2);
            first.RunUntilIdle();
            second.RunUntilIdle();
            Assert.AreEqual("1 2 ", one.Text, "all");
            Assert.AreEqual("1 2 ", two.Text, "on both");
        }

        [TestMethod]
        public void Close_subscribersGetWhatIsLeftAndThenTheEnd()
        {
            LongPubSub source = new LongPubSub(4);
            LongSubscriber behind = source.NewSubscriber();
            LongSubscriber waiting = source.NewSubscriber();
            Executor executor = new ManualMachine().NewExecutor(2);
            source.Publish(1);
            executor.BlockOn(waiting);
            executor.Spawn(waiting);
            executor.RunUntilIdle();
            Assert.AreEqual(1, source.Waiting, "one has nothing to read");
            source.Close();
            source.Close();
            Assert.IsFalse(source.Publish(2), "closed");
            Assert.AreEqual(0, source.Dropped, "which is not for want of a place");
            executor.RunUntilIdle();
            Assert.IsTrue(waiting.IsClosed, "it learns so");
            executor.BlockOn(behind);
            Assert.AreEqual(1L, behind.Result, "what is left");
            Assert.IsFalse(behind.IsClosed, "is not the end");
            executor.BlockOn(behind);
            Assert.IsTrue(behind.IsClosed && source.IsClosed, "but this is");
        }

        [TestMethod]
        public void WaitingSubscribers_keepTheRules()
        {
            ListenChecks.All(new Silent());
            ListenChecks.All(new SilentNumbers());
        }

        [TestMethod]
        public void Close_wakesThoseThatWait()
        {
            PubSub source = new PubSub(2);
            Subscriber first = source.NewSubscriber();
            Subscriber second = source.NewSubscriber();
            Executor executor = new ManualMachine().NewExecutor(2);
            executor.Spawn(new Awaiting(first));
            executor.Spawn(new Awaiting(second));
            executor.RunUntilIdle();
            source.Close();
            executor.RunUntilIdle();
            Assert.AreEqual(0, executor.TaskCount, "both learn it");
            Assert.IsTrue(first.IsClosed && second.IsClosed, "and what it is");
        }

        [TestMethod]
        public void Close_hasNoMessage()
        {
            PubSub source = new PubSub(2);
            LongPubSub numbers = new LongPubSub(2);
            Subscriber subscriber = source.NewSubscriber();
            LongSubscriber counter = numbers.NewSubscriber();
            Executor executor = new ManualMachine().NewExecutor(1);
            source.Publish("a");
            numbers.Publish(7);
            executor.BlockOn(subscriber);
            executor.BlockOn(counter);
            Assert.AreEqual("a", (string)subscriber.Result, "the only message");
            source.Close();
            numbers.Close();
            executor.BlockOn(subscriber);
            executor.BlockOn(counter);
            Assert.IsTrue(subscriber.IsClosed && counter.IsClosed, "the end");
            Assert.IsNull(subscriber.Result, "is not the last message once more");
            Assert.AreEqual(0L, counter.Result, "nor its number");
        }

        [TestMethod]
        public void Publish_neverRefuses_whateverTheSubscribersHaveRead()
        {
            PubSub source = new PubSub(3);
            LongPubSub numbers = new LongPubSub(3);
            source.NewSubscriber();
            numbers.NewSubscriber();
            for (int i = 0; i < 20; i++)
            {
                Assert.IsTrue(source.Publish(this), "the oldest goes");
                Assert.IsTrue(numbers.Publish(i), "the oldest goes");
            }

            Assert.AreEqual(0, source.Dropped + numbers.Dropped, "what slow subscribers miss is theirs to tell");
            Assert.AreEqual(3, source.Capacity, "so many are kept");
        }

        [TestMethod]
        public void Subscriber_behindByTheCapacity_missesNothing()
        {
            LongPubSub source = new LongPubSub(3);
            LongSubscriber subscriber = source.NewSubscriber();
            Executor executor = new ManualMachine().NewExecutor(1);
            source.Publish(1);
            source.Publish(2);
            source.Publish(3);
            executor.BlockOn(subscriber);
            Assert.AreEqual(1L, subscriber.Result, "the ring holds three");
            Assert.AreEqual(0, subscriber.Missed, "so none is missed");
            source.Publish(4);
            source.Publish(5);
            executor.BlockOn(subscriber);
            Assert.AreEqual(3L, subscriber.Result, "one more than it holds");
            Assert.AreEqual(1, subscriber.Missed, "is one missed");
            Assert.AreEqual(1L, subscriber.MissedInAll, "the first");
        }

        [TestMethod]
        public void Misuse_hasItsMessage()
        {
            Expect.Message("capacity is 0; give 1 to 65536.", () => new PubSub(0));
            Expect.Message("capacity is 65537; give 1 to 65536.", () => new LongPubSub(65537));
        }

        private sealed class Reading : Awaiting
        {
            internal string Text = "";

            internal Reading(LongSubscriber subscriber, int times)
                : base(subscriber, times)
            {
            }

            protected override void OnReady()
            {
                Text += ((LongSubscriber)Inner).Result.ToString() + " ";
            }
        }

        private sealed class Silent : ListenCase
        {
            private readonly PubSub _source = new PubSub(1);

            internal override ListenCase Again()
            {
                return new Silent();
            }

            internal override ListeningFuture NewWait()
            {
                return _source.NewSubscriber();
            }

            internal override void Give()
            {
                _source.Publish(this);
            }
        }

        private sealed class SilentNumbers : ListenCase
        {
            private readonly LongPubSub _source = new LongPubSub(3);

            internal override ListenCase Again()
            {
                return new SilentNumbers();
            }

            internal override ListeningFuture NewWait()
            {
                return _source.NewSubscriber();
            }

            internal override void Give()
            {
                _source.Publish(3);
            }
        }
    }
}
