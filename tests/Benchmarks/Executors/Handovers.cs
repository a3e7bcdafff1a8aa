namespace NanoExecutor.Benchmarks
{
    /// <summary>Two tasks, each waiting for a signal that the other sets.</summary>
    internal sealed class SignalHandover : ExecutorWork
    {
        private readonly LongSignal _there = new LongSignal();
        private readonly LongSignal _back = new LongSignal();
        private Player _first;
        private Player _second;

        internal SignalHandover()
            : base("LongSignal between two tasks", 2)
        {
        }

        internal override void Run(int operations)
        {
            int turns = (operations + 1) / 2;
            _first.Expect(turns);
            _second.Expect(turns + 1);
            _back.Set(0);
            Executor.Run();
        }

        private protected override void AddTasks()
        {
            _first = new Player(_back, _there, Executor);
            _second = new Player(_there, _back, Executor);
            Executor.Spawn(_first);
            Executor.Spawn(_second);
        }

        private sealed class Player : Future
        {
            private readonly LongSignalWait _wait;
            private readonly LongSignal _answer;
            private readonly Executor _executor;
            private int _left;

            internal Player(LongSignal awaited, LongSignal answer, Executor executor)
            {
                _wait = awaited.NewWait();
                _answer = answer;
                _executor = executor;
            }

            public override Poll Poll(Waker waker)
            {
                while (_wait.Poll(waker) == Ready)
                {
                    if (--_left > 0)
                    {
                        _answer.Set(_left);
                    }
                    else
                    {
                        _executor.Stop();
                    }
                }

                return Pending;
            }

            internal void Expect(int turns)
            {
                _left = turns;
            }
        }
    }

    /// <summary>Two tasks, each waiting for a permit that the other releases.</summary>
    internal sealed class SemaphoreHandover : ExecutorWork
    {
        private readonly Semaphore _there = new Semaphore(0, 1);
        private readonly Semaphore _back = new Semaphore(0, 1);
        private Player _first;
        private Player _second;

        internal SemaphoreHandover()
            : base("Semaphore between two tasks", 2)
        {
        }

        internal override void Run(int operations)
        {
            int turns = (operations + 1) / 2;
            _first.Expect(turns);
            _second.Expect(turns + 1);
            _back.Release();
            Executor.Run();
        }

        private protected override void AddTasks()
        {
            _first = new Player(_back, _there, Executor);
            _second = new Player(_there, _back, Executor);
            Executor.Spawn(_first);
            Executor.Spawn(_second);
        }

        private sealed class Player : Future
        {
            private readonly SemaphoreAcquire _acquire;
            private readonly Semaphore _answer;
            private readonly Executor _executor;
            private int _left;

            internal Player(Semaphore awaited, Semaphore answer, Executor executor)
            {
                _acquire = awaited.NewAcquire();
                _answer = answer;
                _executor = executor;
            }

            public override Poll Poll(Waker waker)
            {
                while (_acquire.Poll(waker) == Ready)
                {
                    if (--_left > 0)
                    {
                        _answer.Release();
                    }
                    else
                    {
                        _executor.Stop();
                    }
                }

                return Pending;
            }

            internal void Expect(int turns)
            {
                _left = turns;
            }
        }
    }

    /// <summary>Two tasks take turns with a mutex; each keeps it while it gives way, so that the other stands in line.</summary>
    internal sealed class MutexHandover : ExecutorWork
    {
        private Player _first;
        private Player _second;

        internal MutexHandover()
            : base("Mutex between two tasks", 2)
        {
        }

        internal override void Run(int operations)
        {
            int turns = (operations + 1) / 2;
            _first.Start(turns);
            _second.Start(turns);
            Executor.Run();
            Executor.RunUntilIdle();
        }

        private protected override void AddTasks()
        {
            Mutex mutex = new Mutex();
            _first = new Player(mutex, Executor);
            _second = new Player(mutex, Executor);
            Executor.Spawn(_first);
            Executor.Spawn(_second);
        }

        private sealed class Player : Future
        {
            private readonly MutexLock _lock;
            private readonly Executor _executor;
            private Waker _own;
            private int _left;

            internal Player(Mutex mutex, Executor executor)
            {
                _lock = mutex.NewLock();
                _executor = executor;
            }

            public override Poll Poll(Waker waker)
            {
                _own = waker;
                if (_lock.IsHeld)
                {
                    _lock.Release();
                    if (--_left == 0)
                    {
                        _executor.Stop();
                    }
                }

                if (_left > 0 && _lock.Poll(waker) == Ready)
                {
                    waker.Wake();
                }

                return Pending;
            }

            internal void Start(int turns)
            {
                _left = turns;
                _own.Wake();
            }
        }
    }

    /// <summary>A task sends numbers through a channel, another receives them.</summary>
    internal sealed class ChannelHandover : ExecutorWork
    {
        /// <summary>Places in the channel, and in what it is compared with.</summary>
        internal const int Capacity = 8;

        private Sender _sender;
        private Receiver _receiver;

        internal ChannelHandover()
            : base("LongChannel between two tasks", 2)
        {
        }

        internal override void Run(int operations)
        {
            _receiver.Expect(operations);
            _sender.Start(operations);
            Executor.Run();
        }

        private protected override void AddTasks()
        {
            LongChannel channel = new LongChannel(Capacity);
            _sender = new Sender(channel);
            _receiver = new Receiver(channel, Executor);
            Executor.Spawn(_sender);
            Executor.Spawn(_receiver);
        }

        private sealed class Sender : Future
        {
            private readonly LongChannelSend _send;
            private Waker _own;
            private bool _sending;
            private int _left;

            internal Sender(LongChannel channel)
            {
                _send = channel.NewSend();
            }

            public override Poll Poll(Waker waker)
            {
                _own = waker;
                while (_left > 0)
                {
                    if (!_sending)
                    {
                        _send.With(_left);
                        _sending = true;
                    }

                    if (_send.Poll(waker) == Pending)
                    {
                        return Pending;
                    }

                    _sending = false;
                    _left--;
                }

                return Pending;
            }

            internal void Start(int items)
            {
                _left = items;
                _own.Wake();
            }
        }

        private sealed class Receiver : Future
        {
            private readonly LongChannelReceive _receive;
            private readonly Executor _executor;
            private int _left;

            internal Receiver(LongChannel channel, Executor executor)
            {
                _receive = channel.NewReceive();
                _executor = executor;
            }

            public override Poll Poll(Waker waker)
            {
                while (_receive.Poll(waker) == Ready)
                {
                    if (--_left == 0)
                    {
                        _executor.Stop();
                    }
                }

                return Pending;
            }

            internal void Expect(int items)
            {
                _left = items;
            }
        }
    }
}
