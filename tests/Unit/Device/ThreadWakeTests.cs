using System.Threading;
using NanoExecutor.Boards.NanoClr;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    // The wake protocol as the CLR runs it: threads that may be stopped between any two opcodes, and a parker that
    // blocks.
    [TestClass]
    public class ThreadWakeTests
    {
        private const int Rounds = 1000;
        private const int LongestSpin = 300;
        private const int Patience = 10000;

        [TestMethod]
        public void Raise_fromAnotherThread_isNeverLost()
        {
            Reactor reactor = new Reactor(1);
            Answer answer = new Answer(reactor.Register(0));
            Executor executor = new Executor(1, new NanoClrMachine());
            executor.Spawn(answer);
            Thread runner = new Thread(executor.Run);
            runner.Start();

            int answered = 0;
            bool lost = false;
            while (answered < Rounds && !lost)
            {
                // So that the raise meets the executor polling, about to park, and parked.
                for (int spin = (answered * 7919) % LongestSpin; spin > 0; spin--)
                {
                }

                reactor.Raise(0);
                lost = !answer.Given.WaitOne(Patience, false);
                answered++;
            }

            executor.Stop();
            runner.Join();
            executor.Close();
            Assert.IsFalse(lost, "no answer to raise " + answered.ToString());
        }

        private sealed class Answer : Future
        {
            internal readonly AutoResetEvent Given = new AutoResetEvent(false);

            private readonly SourceWait _source;

            internal Answer(SourceWait source)
            {
                _source = source;
            }

            public override Poll Poll(Waker waker)
            {
                while (_source.Poll(waker) == Ready)
                {
                    Given.Set();
                }

                return Pending;
            }
        }
    }
}
