namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>What tasks look at, each for itself.</summary>
    internal enum ShownKind
    {
        Watch = 0,
        LongWatch = 1,
        PubSub = 2,
        LongPubSub = 3,
        Flag = 4,
        FlagThatResets = 5,
        Once = 6,
        Source = 7,
        Request = 8,
        Level = 9,
    }

    /// <summary>What threads show and any number of tasks look at: the same face for all kinds.</summary>
    internal abstract class Shown
    {
        /// <summary>Whether it stays ready, so that a task looks at it once.</summary>
        internal virtual bool Stays => true;

        /// <summary>Whether each that is shown is seen by one task, once, or merges with the one before.</summary>
        internal virtual bool IsForOne => false;

        internal static Shown New(ShownKind kind, World world)
        {
            return kind switch
            {
                ShownKind.Watch => new Values(),
                ShownKind.LongWatch => new Numbers(),
                ShownKind.PubSub => new Messages(),
                ShownKind.LongPubSub => new LongMessages(),
                ShownKind.Flag => new Flag(false),
                ShownKind.FlagThatResets => new Flag(true),
                ShownKind.Once => new Fact(),
                ShownKind.Source => new Event(),
                ShownKind.Request => new Wish(),
                _ => new Level(world),
            };
        }

        internal abstract Future NewWait();

        /// <summary>Shows the next, counted from 1. One thread.</summary>
        internal abstract void Show(long number);

        /// <summary>The number that a future which is ready has seen; 0 where there is none.</summary>
        internal virtual long SeenBy(Future wait)
        {
            return 0;
        }

        /// <summary>Whether a future that waits has missed what it waits for, so many having been shown.</summary>
        internal abstract bool SleepsOn(Future wait, long seen, long shown);

        private sealed class Values : Shown
        {
            private readonly Watch _watch = new Watch(1);
            private readonly object[] _numbers = { 0L, 1L, 2L, 3L };

            internal override bool Stays => false;

            internal override Future NewWait()
            {
                return _watch.NewReader();
            }

            internal override void Show(long number)
            {
                _watch.Set(_numbers[number]);
            }

            internal override long SeenBy(Future wait)
            {
                return (long)((WatchReader)wait).Result;
            }

            internal override bool SleepsOn(Future wait, long seen, long shown)
            {
                return seen != shown;
            }
        }

        private sealed class Numbers : Shown
        {
            private readonly LongWatch _watch = new LongWatch(1);

            internal override bool Stays => false;

            internal override Future NewWait()
            {
                return _watch.NewReader();
            }

            internal override void Show(long number)
            {
                _watch.Set(number);
            }

            internal override long SeenBy(Future wait)
            {
                return ((LongWatchReader)wait).Result;
            }

            internal override bool SleepsOn(Future wait, long seen, long shown)
            {
                return seen != shown;
            }
        }

        private sealed class Messages : Shown
        {
            private readonly PubSub _source = new PubSub(1);
            private readonly object[] _numbers = { 0L, 1L, 2L, 3L };

            internal override bool Stays => false;

            internal override Future NewWait()
            {
                return _source.NewSubscriber();
            }

            internal override void Show(long number)
            {
                _source.Publish(_numbers[number]);
            }

            internal override long SeenBy(Future wait)
            {
                return (long)((Subscriber)wait).Result;
            }

            internal override bool SleepsOn(Future wait, long seen, long shown)
            {
                return seen != shown;
            }
        }

        private sealed class LongMessages : Shown
        {
            private readonly LongPubSub _source = new LongPubSub(2);

            internal override bool Stays => false;

            internal override Future NewWait()
            {
                return _source.NewSubscriber();
            }

            internal override void Show(long number)
            {
                _source.Publish(number);
            }

            internal override long SeenBy(Future wait)
            {
                return ((LongSubscriber)wait).Result;
            }

            internal override bool SleepsOn(Future wait, long seen, long shown)
            {
                return seen != shown;
            }
        }

        private sealed class Flag : Shown
        {
            private readonly EventFlags _flags;

            internal Flag(bool resets)
            {
                _flags = new EventFlags(resets);
            }

            internal override bool Stays => !_flags.AutoReset;

            internal override bool IsForOne => _flags.AutoReset;

            internal override Future NewWait()
            {
                return _flags.NewWaitAny(1);
            }

            internal override void Show(long number)
            {
                _flags.Set(1);
            }

            internal override bool SleepsOn(Future wait, long seen, long shown)
            {
                return _flags.Value != 0;
            }
        }

        private sealed class Fact : Shown
        {
            private readonly Once _once = new Once();

            internal override Future NewWait()
            {
                return _once.NewWait();
            }

            internal override void Show(long number)
            {
                _once.Set(_once);
            }

            internal override bool SleepsOn(Future wait, long seen, long shown)
            {
                return _once.IsSet;
            }
        }

        private sealed class Event : Shown
        {
            private readonly Reactor _reactor = new Reactor(1);

            internal override bool Stays => false;

            internal override bool IsForOne => true;

            internal override Future NewWait()
            {
                return _reactor.Register(0);
            }

            internal override void Show(long number)
            {
                _reactor.Raise(0);
            }

            internal override bool SleepsOn(Future wait, long seen, long shown)
            {
                return _reactor.StateOf(0) == SourceState.Ready;
            }
        }

        private sealed class Wish : Shown
        {
            private readonly CancellationWait _wait = new CancellationWait();

            internal override Future NewWait()
            {
                return _wait;
            }

            internal override void Show(long number)
            {
                _wait.Request();
            }

            internal override bool SleepsOn(Future wait, long seen, long shown)
            {
                return true;
            }
        }

        private sealed class Level : Shown
        {
            private readonly ModelPin _pin;

            internal Level(World world)
            {
                _pin = new ModelPin(world, "pin", new Reactor(1), 0);
            }

            internal override Future NewWait()
            {
                return new WaitForLevel(_pin, true);
            }

            internal override void Show(long number)
            {
                _pin.Goes(true);
            }

            internal override bool SleepsOn(Future wait, long seen, long shown)
            {
                return true;
            }
        }
    }
}
