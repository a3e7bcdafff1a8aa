using System.Threading;

namespace NanoExecutor.Benchmarks
{
    /// <summary>
    /// Another thread, as an interrupt would, raises a source; the executor, which is asleep, comes out of its park and polls;
    /// the task answers, and all sleep again.
    /// </summary>
    internal sealed class SourceToPoll : ExecutorWork
    {
        private readonly Reactor _reactor = new Reactor(1);
        private readonly AutoResetEvent _answer = new AutoResetEvent(false);
        private readonly AutoResetEvent _go = new AutoResetEvent(false);
        private Answerer _task;
        private Thread _raiser;
        private int _left;
        private bool _isOver;

        internal SourceToPoll(int slots)
            : base("source raised, executor of " + slots.ToString() + " slots answers", slots)
        {
        }

        internal override void SetUp()
        {
            base.SetUp();
            _raiser = new Thread(RaiseAndWait);
            _raiser.Start();
        }

        internal override void Run(int operations)
        {
            _left = operations;
            _go.Set();
            Executor.Run();
        }

        internal override void TearDown()
        {
            _isOver = true;
            _go.Set();
            if (_raiser != null)
            {
                _raiser.Join();
            }

            base.TearDown();
        }

        private protected override void AddTasks()
        {
            _task = new Answerer(_reactor.Register(0), _answer);
            Executor.Spawn(_task);
        }

        private void RaiseAndWait()
        {
            _go.WaitOne();
            while (!_isOver)
            {
                while (--_left >= 0)
                {
                    _reactor.Raise(0);
                    _answer.WaitOne();
                }

                Executor.Stop();
                _go.WaitOne();
            }
        }

        private sealed class Answerer : Future
        {
            private readonly SourceWait _source;
            private readonly AutoResetEvent _answer;

            internal Answerer(SourceWait source, AutoResetEvent answer)
            {
                _source = source;
                _answer = answer;
            }

            public override Poll Poll(Waker waker)
            {
                while (_source.Poll(waker) == Ready)
                {
                    _answer.Set();
                }

                return Pending;
            }
        }
    }
}
