namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Makes a future of each kind that waits for one event, for a time, or for both.</summary>
    internal static class MadeOf
    {
        private const long Time = 10;

        /// <summary>A future that is ready once, when the event or the time has come.</summary>
        internal static Future New(Made made, SourceWait source, ModelPin pin)
        {
            switch (made)
            {
                case Made.Source:
                    return source;
                case Made.Delay:
                    return new Delay().For(Time);
                case Made.Interval:
                    return new Interval(Time);
                case Made.Join:
                    return new Join(source, new Delay().For(Time));
                case Made.Race:
                    return new Race(new NeverFuture(), source, new Delay().For(Time));
                case Made.KeepingRace:
                    return new Race(Losers.Keep, source, new NeverFuture());
                case Made.Timeout:
                    return new WithTimeout(source, Time);
                case Made.Deadline:
                    return new WithDeadline(source).Until(Time);
                case Made.Sequence:
                    return new Sequence(source, new Delay().For(Time));
                case Made.Repeat:
                    return new Repeat(new Delay().For(Time), 1);
                case Made.Retry:
                    return new Retry(source, 1, new Backoff(Time));
                case Made.RetryPausing:
                    return new Retry(new Fails(), 2, new Backoff(Time));
                case Made.Supervised:
                    return new Supervised(source, RestartPolicy.Never);
                case Made.SupervisedPausing:
                    return new Supervised(new Fails(), RestartPolicy.Always(new Backoff(Time)));
                case Made.Budget:
                    return new Budget(source, 100);
                case Made.Cancellable:
                    return new WithCancellation(source);
                case Made.Nested:
                    return new Join(new Race(new NeverFuture(), new WithTimeout(source, Time)), new Delay().For(Time));
                default:
                    return new Debounced(pin, Time);
            }
        }

        // Fails once.
        private sealed class Fails : Future
        {
            private bool _failed;

            public override Poll Poll(Waker waker)
            {
                if (!_failed)
                {
                    _failed = true;
                    throw new System.InvalidOperationException("as asked");
                }

                return Ready;
            }
        }
    }
}
