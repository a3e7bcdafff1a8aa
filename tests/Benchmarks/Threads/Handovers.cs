using System.Threading;

namespace NanoExecutor.Benchmarks
{
    /// <summary>Two threads take turns with a lock; each keeps it while it gives way.</summary>
    internal sealed class LockHandover : ThreadWork
    {
        private readonly object _gate = new object();
        private readonly AutoResetEvent _go = new AutoResetEvent(false);
        private readonly AutoResetEvent _done = new AutoResetEvent(false);
        private int _turns;

        internal LockHandover()
            : base("lock between two threads", 1)
        {
        }

        internal override void Run(int operations)
        {
            _turns = (operations + 1) / 2;
            _go.Set();
            Turns();
            _done.WaitOne();
        }

        private protected override void Work(int index)
        {
            _go.WaitOne();
            while (!IsOver)
            {
                Turns();
                _done.Set();
                _go.WaitOne();
            }
        }

        private protected override void Release()
        {
            _go.Set();
        }

        private void Turns()
        {
            int turns = _turns;
            for (int i = 0; i < turns; i++)
            {
                lock (_gate)
                {
                    Thread.Sleep(0);
                }
            }
        }
    }

    /// <summary>A thread puts numbers into a queue under a lock, another takes them out; an event each for full and empty.</summary>
    internal sealed class QueueHandover : ThreadWork
    {
        private readonly object _gate = new object();
        private readonly long[] _items = new long[ChannelHandover.Capacity];
        private readonly AutoResetEvent _filled = new AutoResetEvent(false);
        private readonly AutoResetEvent _emptied = new AutoResetEvent(false);
        private readonly AutoResetEvent _go = new AutoResetEvent(false);
        private int _head;
        private int _count;
        private int _operations;

        internal QueueHandover()
            : base("queue, lock and events between two threads", 1)
        {
        }

        internal override void Run(int operations)
        {
            _operations = operations;
            _go.Set();
            for (int i = 0; i < operations; i++)
            {
                Take();
            }
        }

        private protected override void Work(int index)
        {
            _go.WaitOne();
            while (!IsOver)
            {
                // Read once: the next run may set it before this one has looked at its end.
                int operations = _operations;
                for (int i = 0; i < operations; i++)
                {
                    Put(i);
                }

                _go.WaitOne();
            }
        }

        private protected override void Release()
        {
            _go.Set();
        }

        private void Put(long item)
        {
            while (true)
            {
                lock (_gate)
                {
                    if (_count < _items.Length)
                    {
                        _items[(_head + _count) % _items.Length] = item;
                        if (_count++ == 0)
                        {
                            _filled.Set();
                        }

                        return;
                    }
                }

                _emptied.WaitOne();
            }
        }

        private long Take()
        {
            while (true)
            {
                lock (_gate)
                {
                    if (_count > 0)
                    {
                        long item = _items[_head];
                        _head = (_head + 1) % _items.Length;
                        if (_count-- == _items.Length)
                        {
                            _emptied.Set();
                        }

                        return item;
                    }
                }

                _filled.WaitOne();
            }
        }
    }
}
