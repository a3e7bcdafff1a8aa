namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Aborts another task of its executor once a future is ready.</summary>
    internal sealed class Aborts : Future
    {
        private readonly Future _sign;
        private readonly Executor _executor;
        private readonly long _victim;

        internal Aborts(Future sign, Executor executor, long victim)
        {
            _sign = sign;
            _executor = executor;
            _victim = victim;
        }

        public override Poll Poll(Waker waker)
        {
            if (_sign.Poll(waker) == Pending)
            {
                return Pending;
            }

            _executor.Abort(_victim);
            return Ready;
        }
    }

    /// <summary>One future, and once it was ready another.</summary>
    internal sealed class After : Future
    {
        private readonly Future _first;
        private readonly Future _then;
        private bool _passed;

        internal After(Future first, Future then)
        {
            _first = first;
            _then = then;
        }

        public override Poll Poll(Waker waker)
        {
            if (!_passed && _first.Poll(waker) == Pending)
            {
                return Pending;
            }

            _passed = true;
            if (_then.Poll(waker) == Pending)
            {
                return Pending;
            }

            _passed = false;
            return Ready;
        }

        public override void Cancel()
        {
            _first.Cancel();
            _then.Cancel();
            _passed = false;
        }
    }

    /// <summary>Says in a register that another future was polled, so that an event can wait for that.</summary>
    internal sealed class Asks : Future
    {
        private readonly Future _inner;
        private readonly Register _asked;

        internal Asks(Future inner, Register asked)
        {
            _inner = inner;
            _asked = asked;
        }

        public override Poll Poll(Waker waker)
        {
            Poll poll = _inner.Poll(waker);
            _asked.Value = 1;
            return poll;
        }
    }

    /// <summary>Counts in a register how often another future was ready, so that a callback can wait for it.</summary>
    internal sealed class Counting : Future
    {
        private readonly Future _inner;
        private readonly Register _count;

        internal Counting(Future inner, Register count)
        {
            _inner = inner;
            _count = count;
        }

        public override Poll Poll(Waker waker)
        {
            if (_inner.Poll(waker) == Pending)
            {
                return Pending;
            }

            _count.Value++;
            return Ready;
        }

        public override void Cancel()
        {
            _inner.Cancel();
        }

        public override void Detach()
        {
            _inner.Detach();
        }
    }

    /// <summary>A future as a user writes it: ready once one or two flags are set, by callbacks that wake it.</summary>
    internal sealed class Flagged : Future
    {
        private readonly Register _asked;
        private volatile bool _first;
        private volatile bool _second;
        private volatile Waker _waker;
        private bool _hasAsked;

        internal Flagged(World world, string name, int flags)
        {
            _second = flags < 2;
            _asked = world.Register(name + ".asked");
        }

        /// <summary>Whether it was polled, so that there is a waker.</summary>
        internal bool Asked => _asked.Peek == 1;

        internal Waker Waker => _waker;

        internal int Readies { get; private set; }

        public override Poll Poll(Waker waker)
        {
            if (!_hasAsked)
            {
                _hasAsked = true;
                _waker = waker;
                _asked.Value = 1;
            }

            if (_first && _second)
            {
                Readies++;
                return Ready;
            }

            return Pending;
        }

        internal void RaiseFirst()
        {
            _first = true;
            _waker.Wake();
        }

        internal void RaiseSecond()
        {
            _second = true;
            _waker.Wake();
        }
    }

    /// <summary>
    /// Polls another future in a race that something else wins, which keeps it as a loser, and then in the next one, which only
    /// it can win. Between the two it is nobody's.
    /// </summary>
    internal sealed class KeptByARace : Future
    {
        private readonly Race _race;

        internal KeptByARace(Future inner)
        {
            _race = new Race(Losers.Keep, inner, new ReadyOnce());
        }

        public override Poll Poll(Waker waker)
        {
            if (_race.Poll(waker) == Pending)
            {
                return Pending;
            }

            if (_race.Winner == 0)
            {
                return Ready;
            }

            waker.Wake();
            return Pending;
        }

        public override void Cancel()
        {
            _race.Cancel();
        }

        public override void Detach()
        {
            _race.Detach();
        }

        private sealed class ReadyOnce : Future
        {
            private bool _polled;

            public override Poll Poll(Waker waker)
            {
                if (_polled)
                {
                    return Pending;
                }

                _polled = true;
                return Ready;
            }
        }
    }

    /// <summary>Polls another future once and lets go of it, as a race that something else has won does.</summary>
    internal sealed class PollsOnce : Future
    {
        private readonly Future _inner;

        private readonly Register _polled;

        /// <summary>A task that polls <paramref name="inner"/> once.</summary>
        /// <param name="inner">The other future.</param>
        /// <param name="polled">Becomes 1 if that poll was pending, 2 if it was ready.</param>
        internal PollsOnce(Future inner, Register polled)
        {
            _inner = inner;
            _polled = polled;
        }

        public override Poll Poll(Waker waker)
        {
            _polled.Value = _inner.Poll(waker) == Ready ? 2 : 1;
            return Ready;
        }
    }

    /// <summary>Ready once a pin has a level: looks at the level after each edge.</summary>
    internal sealed class UntilLevel : Future
    {
        private readonly Future _edge;
        private readonly Pin _pin;
        private readonly int _level;

        internal UntilLevel(Future edge, Pin pin, int level)
        {
            _edge = edge;
            _pin = pin;
            _level = level;
        }

        public override Poll Poll(Waker waker)
        {
            while (_edge.Poll(waker) == Ready)
            {
                if (_pin.Level == _level)
                {
                    return Ready;
                }
            }

            return Pending;
        }
    }
}
