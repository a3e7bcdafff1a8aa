using System;
using System.Threading;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>
    /// Real threads wake the children of combinators. A thread gives its child one unit of work, and the next when that
    /// was done, so that no later wake makes up for one that was lost on its way through the flags.
    /// </summary>
    [TestClass]
    public class CombinatorStressTests
    {
        private const int Children = 4;
        private const int Units = 10_000;
        private const int Lingering = 200;

        // All take a second or two; this is for a unit that is never done.
        private const int HungMilliseconds = 30_000;

        [TestMethod]
        public void WakesOfFourThreads_throughJoins_areNeverLost()
        {
            RunWith(inboxes => new Join(new Join(inboxes[0], inboxes[1]), new Join(inboxes[2], inboxes[3])));
        }

        [TestMethod]
        public void WakesOfFourThreads_throughRacesThatKeep_areNeverLost()
        {
            RunWith(inboxes => new UntilAllAreDone(inboxes, Losers.Keep));
        }

        [TestMethod]
        public void WakesOfFourThreads_throughRacesThatCancel_areNeverLost()
        {
            RunWith(inboxes => new UntilAllAreDone(inboxes, Losers.Cancel));
        }

        private static void RunWith(Func<Inbox[], Future> root)
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = new Executor(1, new AnyMachine(machine.Clock, new ThreadParker()));
            Reactor reactor = new Reactor(Children);
            Inbox[] inboxes = new Inbox[Children];
            for (int i = 0; i < Children; i++)
            {
                inboxes[i] = new Inbox(reactor.Register(i));
            }

            executor.Spawn(root(inboxes));
            Thread runner = Start(executor.Run);
            Thread[] senders = new Thread[Children];
            for (int i = 0; i < Children; i++)
            {
                int to = i;
                senders[i] = Start(() => Send(inboxes[to], reactor, to));
            }

            for (int i = 0; i < Children; i++)
            {
                senders[i].Join();
                Assert.AreEqual(Units, inboxes[i].Taken, "units of child " + i.ToString() + ": a wake was lost");
            }

            Assert.IsTrue(runner.Join(HungMilliseconds), "the root is ready once all children are");
        }

        private static void Send(Inbox inbox, Reactor reactor, int source)
        {
            for (int unit = 1; unit <= Units; unit++)
            {
                inbox.Given = unit;
                reactor.Raise(source);
                long hung = Environment.TickCount64 + HungMilliseconds;
                while (inbox.Taken < unit)
                {
                    Thread.Yield();
                    if (Environment.TickCount64 > hung)
                    {
                        return;
                    }
                }
            }
        }

        private static Thread Start(ThreadStart body)
        {
            Thread thread = new Thread(body);
            thread.IsBackground = true;
            thread.Start();
            return thread;
        }

        /// <summary>Takes each unit as it comes; ready when it has had all.</summary>
        private sealed class Inbox : Future
        {
            internal volatile int Given;
            internal volatile int Taken;

            private readonly SourceWait _event;

            internal Inbox(SourceWait sourceEvent)
            {
                _event = sourceEvent;
            }

            internal bool IsDone => Taken == Units;

            public override Poll Poll(Waker waker)
            {
                while (!IsDone)
                {
                    if (PollUnit(waker) == Pending)
                    {
                        return Pending;
                    }
                }

                return Ready;
            }

            public override void Cancel()
            {
                _event.Cancel();
            }

            internal Poll PollUnit(Waker waker)
            {
                if (!IsDone && _event.Poll(waker) == Ready)
                {
                    Taken = Given;
                    return Ready;
                }

                // The next unit often comes now, while the poll is still on.
                Thread.SpinWait(Lingering);
                return Pending;
            }
        }

        /// <summary>Ready with each unit of an inbox; never again after the last.</summary>
        private sealed class Unit : Future
        {
            private readonly Inbox _inbox;

            internal Unit(Inbox inbox)
            {
                _inbox = inbox;
            }

            public override Poll Poll(Waker waker)
            {
                return _inbox.PollUnit(waker);
            }

            public override void Cancel()
            {
                _inbox.Cancel();
            }
        }

        /// <summary>Races the units of all inboxes against each other until none is left.</summary>
        private sealed class UntilAllAreDone : Future
        {
            private readonly Inbox[] _inboxes;
            private readonly Race _race;

            internal UntilAllAreDone(Inbox[] inboxes, Losers losers)
            {
                _inboxes = inboxes;
                _race = new Race(losers, Array.ConvertAll(inboxes, inbox => (Future)new Unit(inbox)));
            }

            public override Poll Poll(Waker waker)
            {
                while (_race.Poll(waker) == Ready)
                {
                    if (Array.TrueForAll(_inboxes, inbox => inbox.IsDone))
                    {
                        return Ready;
                    }
                }

                return Pending;
            }
        }
    }
}
