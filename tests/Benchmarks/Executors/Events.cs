using System.Threading;

namespace NanoExecutor.Benchmarks
{
    /// <summary>Tasks that each wait for a delay of their own, again and again: arm, park, fire, poll.</summary>
    internal sealed class TimerTurns : ExecutorWork
    {
        // Lengths that are all different and spread over a tenth, so that the queue is sorted anew all the time.
        private const int Shortest = 100000;
        private const int Spread = 10007;
        private const int Stride = 7919;

        private const int HeapOfATicker = 180;

        private readonly int _pending;
        private int _left;

        internal TimerTurns(int pending)
            : base("delay armed, fired and polled, " + pending.ToString() + " pending", pending)
        {
            _pending = pending;
        }

        internal override int HeapNeeded => base.HeapNeeded + (_pending * HeapOfATicker);

        internal override void Run(int operations)
        {
            _left = operations;
            Executor.Run();
        }

        private protected override Executor NewExecutor(int slots)
        {
            return new SteppedMachine().NewExecutor(slots);
        }

        private protected override void AddTasks()
        {
            for (int i = 0; i < _pending; i++)
            {
                Executor.Spawn(new Ticker(this, Shortest + (i * Stride % Spread)));
            }

            _left = _pending;
            Executor.Run();
        }

        private void Count()
        {
            if (--_left == 0)
            {
                Executor.Stop();
            }
        }

        private sealed class Ticker : Future
        {
            private readonly TimerTurns _owner;
            private readonly Delay _delay = new Delay();
            private readonly long _length;

            internal Ticker(TimerTurns owner, long length)
            {
                _owner = owner;
                _length = length;
                _delay.For(length);
            }

            public override Poll Poll(Waker waker)
            {
                while (_delay.Poll(waker) == Ready)
                {
                    _owner.Count();
                    _delay.For(_length);
                }

                return Pending;
            }
        }
    }

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
