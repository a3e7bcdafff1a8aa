namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>What tasks wait for in a line.</summary>
    internal enum GivenKind
    {
        Semaphore = 0,
        Channel = 1,
        LongChannel = 2,
        Signal = 3,
        LongSignal = 4,
    }

    /// <summary>What threads give and tasks wait for in a line: the same face for all kinds.</summary>
    internal abstract class Given
    {
        /// <summary>What was given and neither taken nor replaced.</summary>
        internal abstract int Left { get; }

        /// <summary>What was given and will never be taken.</summary>
        internal abstract int Lost { get; }

        /// <summary>Futures that wait, as it says itself.</summary>
        internal abstract int Waiting { get; }

        internal static Given New(GivenKind kind)
        {
            return kind switch
            {
                GivenKind.Semaphore => new Permits(),
                GivenKind.Channel => new Items(),
                GivenKind.LongChannel => new Numbers(),
                GivenKind.Signal => new Value(),
                _ => new Number(),
            };
        }

        internal abstract QueuedFuture NewWait();

        /// <summary>Any thread.</summary>
        internal abstract void Give();

        /// <summary>Without waiting. Tasks.</summary>
        internal abstract bool TryTake();

        private sealed class Permits : Given
        {
            private readonly Semaphore _semaphore = new Semaphore(0, 16);

            internal override int Left => _semaphore.Available;

            internal override int Lost => _semaphore.Dropped;

            internal override int Waiting => _semaphore.Waiting;

            internal override QueuedFuture NewWait()
            {
                return _semaphore.NewAcquire();
            }

            internal override void Give()
            {
                _semaphore.Release();
            }

            internal override bool TryTake()
            {
                return _semaphore.TryAcquire();
            }
        }

        private sealed class Items : Given
        {
            private readonly Channel _channel = new Channel(4);

            internal override int Left => _channel.Count;

            internal override int Lost => _channel.Dropped;

            internal override int Waiting => _channel.WaitingToReceive;

            internal override QueuedFuture NewWait()
            {
                return _channel.NewReceive();
            }

            internal override void Give()
            {
                _channel.TrySend(_channel);
            }

            internal override bool TryTake()
            {
                return _channel.TryReceive(out object _);
            }
        }

        private sealed class Numbers : Given
        {
            private readonly LongChannel _channel = new LongChannel(1, WhenFull.DropOldest);

            internal override int Left => _channel.Count;

            internal override int Lost => _channel.Dropped;

            internal override int Waiting => _channel.WaitingToReceive;

            internal override QueuedFuture NewWait()
            {
                return _channel.NewReceive();
            }

            internal override void Give()
            {
                _channel.TrySend(1);
            }

            internal override bool TryTake()
            {
                return _channel.TryReceive(out long _);
            }
        }

        private sealed class Value : Given
        {
            private readonly Signal _signal = new Signal(2);

            internal override int Left => _signal.IsSet ? 1 : 0;

            internal override int Lost => _signal.Replaced + _signal.Dropped;

            internal override int Waiting => _signal.Waiting;

            internal override QueuedFuture NewWait()
            {
                return _signal.NewWait();
            }

            internal override void Give()
            {
                _signal.Set(_signal);
            }

            internal override bool TryTake()
            {
                return _signal.TryTake(out object _);
            }
        }

        private sealed class Number : Given
        {
            private readonly LongSignal _signal = new LongSignal(2);

            internal override int Left => _signal.IsSet ? 1 : 0;

            internal override int Lost => _signal.Replaced + _signal.Dropped;

            internal override int Waiting => _signal.Waiting;

            internal override QueuedFuture NewWait()
            {
                return _signal.NewWait();
            }

            internal override void Give()
            {
                _signal.Set(1);
            }

            internal override bool TryTake()
            {
                return _signal.TryTake(out long _);
            }
        }
    }
}
