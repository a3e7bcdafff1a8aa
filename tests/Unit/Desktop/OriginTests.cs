using System;
using System.Runtime.CompilerServices;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>An exception that was caught and is thrown once more still tells where it came from.</summary>
    [TestClass]
    public class OriginTests
    {
        [TestMethod]
        public void BlockOn_throwsWithTheStackOfTheOrigin()
        {
            ExpectOrigin(new Deep());
        }

        [TestMethod]
        public void Retry_throwsWithTheStackOfTheOrigin()
        {
            ExpectOrigin(new Retry(new Deep(), 2, new Backoff(0)));
        }

        [TestMethod]
        public void Supervised_escalatesWithTheStackOfTheOrigin()
        {
            ExpectOrigin(new Supervised(new Deep(), RestartPolicy.Never));
            ExpectOrigin(new Supervised(new Deep(), RestartPolicy.AtMost(2, Duration.Second, null)));
        }

        [TestMethod]
        public void Supervised_thatIsNotArmedAgain_escalatesWithTheStackOfTheOrigin()
        {
            ExpectOrigin(new Supervised(new Deep(), RestartPolicy.Always(null), new Once()));
        }

        [TestMethod]
        public void Combinators_throwWithTheStackOfTheOrigin()
        {
            ExpectOrigin(new Join(new NeverFuture(), new Deep()));
            ExpectOrigin(new Race(new NeverFuture(), new Deep()));
            ExpectOrigin(new Sequence(new ReadyFuture(), new Deep()));
            ExpectOrigin(new Repeat(new Deep(), 2));
            ExpectOrigin(new WithTimeout(new Deep(), 10));
            ExpectOrigin(new WithDeadline(new Deep()).Until(1000));
            ExpectOrigin(new WithCancellation(new Deep()));
            ExpectOrigin(new Budget(new Deep(), 10));
        }

        private static void ExpectOrigin(Future future)
        {
            try
            {
                new ManualMachine().NewExecutor(1).BlockOn(future);
            }
            catch (InvalidOperationException exception)
            {
                Assert.IsTrue(
                    exception.StackTrace.Contains(nameof(Deep.WhereItHappened), StringComparison.Ordinal),
                    future.GetType().Name + " lost it: " + exception.StackTrace);
                return;
            }

            Assert.IsTrue(false, future.GetType().Name + " did not throw");
        }

        private sealed class Deep : Future
        {
            public override Poll Poll(Waker waker)
            {
                WhereItHappened();
                return Ready;
            }

            [MethodImpl(MethodImplOptions.NoInlining)]
            internal static void WhereItHappened()
            {
                throw new InvalidOperationException("thrown by a test");
            }
        }

        private sealed class Once : IRearm
        {
            public bool Rearm(long round)
            {
                return round == 0;
            }
        }
    }
}
