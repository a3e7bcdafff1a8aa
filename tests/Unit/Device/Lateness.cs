using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>
    /// Waits for delays of 2, 5, 15 and 25 ms and prints how late they were. That depends on the machine and on what
    /// else runs on it. Early they must never be.
    /// </summary>
    internal sealed class Lateness
    {
        private const int Rounds = 10;

        private readonly string _machine;
        private readonly Executor _executor;
        private readonly Clock _judge;

        /// <param name="machine">What to call it.</param>
        /// <param name="executor">Of two slots; closed in the end.</param>
        /// <param name="judge">Says how much time has passed.</param>
        internal Lateness(string machine, Executor executor, Clock judge)
        {
            _machine = machine;
            _executor = executor;
            _judge = judge;
        }

        internal void Measure(bool busy)
        {
            if (busy)
            {
                _executor.Spawn(new Busy());
            }

            int[] lengths = { 2, 5, 15, 25 };
            foreach (int milliseconds in lengths)
            {
                Measure(milliseconds, busy ? "busy" : "idle");
            }

            _executor.Close();
        }

        private void Measure(int milliseconds, string load)
        {
            Delay delay = new Delay();
            long length = milliseconds * Duration.Millisecond;
            long least = long.MaxValue;
            long most = long.MinValue;
            for (int i = 0; i < Rounds; i++)
            {
                long start = _judge.Now;
                _executor.BlockOn(delay.For(length));
                long late = _judge.Now - start - length;
                least = late < least ? late : least;
                most = late > most ? late : most;
            }

            OutputHelper.WriteLine(
                _machine + ": delay of " + milliseconds.ToString() + " ms, " + load + ": " + least.ToString() + " to "
                + most.ToString() + " us late");
            Assert.IsTrue(least >= 0, milliseconds.ToString() + " ms were early by " + (-least).ToString() + " us");
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
