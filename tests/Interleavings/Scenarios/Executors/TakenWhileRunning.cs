namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>What a task is made of.</summary>
    internal enum Made
    {
        Source = 0,
        Delay = 1,
        Interval = 2,
        Join = 3,
        Race = 4,
        KeepingRace = 5,
        Timeout = 6,
        Deadline = 7,
        Sequence = 8,
        Repeat = 9,
        Retry = 10,
        RetryPausing = 11,
        Supervised = 12,
        SupervisedPausing = 13,
        Budget = 14,
        Cancellable = 15,
        Nested = 16,
        Debounced = 17,
    }

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

    /// <summary>
    /// A task is taken out of an executor that goes on running, and given to another on another thread, whatever it is
    /// made of. What it waits for comes at any time, in the first executor, in the second, or on the way.
    /// </summary>
    [Case(Made.Source)]
    [Case(Made.Delay)]
    [Case(Made.Interval)]
    [Case(Made.Join)]
    [Case(Made.Race)]
    [Case(Made.KeepingRace)]
    [Case(Made.Timeout)]
    [Case(Made.Deadline)]
    [Case(Made.Sequence)]
    [Case(Made.Repeat)]
    [Case(Made.Retry)]
    [Case(Made.RetryPausing)]
    [Case(Made.Supervised)]
    [Case(Made.SupervisedPausing)]
    [Case(Made.Budget)]
    [Case(Made.Cancellable)]
    [Case(Made.Nested)]
    [Case(Made.Debounced)]
    public sealed class TakenWhileRunning : MachineScenario
    {
        private const int Nothing = 1;
        private const int Pending = 2;

        private readonly Made _made;
        private Reactor _reactor;
        private ModelPin _pin;
        private Takes _task;
        private ModelMachine _second;
        private Register _handed;
        private bool _finished;

        /// <summary>For one kind of task.</summary>
        /// <param name="made">What it is made of.</param>
        internal TakenWhileRunning(Made made)
        {
            _made = made;
        }

        /// <inheritdoc/>
        public override string About => "a task of any kind is taken out of a running executor and given to another";

        /// <inheritdoc/>
        public override string Proves => "a future that was taken out leaves nothing behind and is woken where it is now";

        /// <inheritdoc/>
        public override int MaxPreemptions => _made == Made.Join || _made == Made.Nested ? 1 : 2;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Taken == 1, "what it waited for came once");
            world.Expect(_finished || _handed.Peek == Nothing, "it was ready where it was");
            world.Expect(Executor.Timers.Count == 0, "no timer is left in the executor that it has left");
            world.Expect(_second.Executor.Timers.Count == 0, "nor in the other");
        }

        /// <inheritdoc/>
        public override string Stuck()
        {
            return base.Stuck() + _second.Stuck();
        }

        /// <inheritdoc/>
        protected override int Capacity => 3;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(3), "reactor");
            _second = new ModelMachine(world, "second", 1, Clock);
            _handed = world.Register("handed");
            Register moves = world.Register("moves");
            _pin = world.Name(new ModelPin(world, "pin", _reactor, 2), "pin");
            _task = world.Name(new Takes(MadeOf.New(_made, _reactor.Register(0), _pin), 1), "task");
            long handle = Executor.Spawn(_task);
            Executor.Spawn(world.Name(new TakesOut(this, handle), "taker"));
            Executor.Spawn(world.Name(new Takes(_reactor.Register(1), 1), "stays"));
            world.Thread("thread2", () =>
            {
                _handed.WaitWhile(0);
                if (_handed.Value == Pending)
                {
                    _finished = _second.Executor.BlockOn(_task);
                }

                // The first goes on until then.
                _reactor.Raise(1);
            });
            world.Callback("irq", () =>
            {
                _reactor.Raise(0);
                _pin.Goes(true);
                moves.Value = 1;
            });
            // At any time, to the end of one of the parks.
            world.Interrupt("tick", () =>
            {
                long now = Clock.Now;
                long armed = System.Math.Min(Parker.ArmedAfter(now), _second.Parker.ArmedAfter(now));
                if (armed != long.MaxValue)
                {
                    Clock.MoveTo(Parker, armed);
                    _second.Parker.TimeMoved(now, armed);
                }
            }).Whenever(() => moves.Peek == 1
                && (Parker.WillUnparkAfter(Clock.Peek) || _second.Parker.WillUnparkAfter(Clock.Peek)));
        }

        // Takes the task out, in its second poll at the earliest, and ends.
        private sealed class TakesOut : Future
        {
            private readonly TakenWhileRunning _scenario;
            private readonly long _handle;
            private readonly Yield _yield = new Yield();

            internal TakesOut(TakenWhileRunning scenario, long handle)
            {
                _scenario = scenario;
                _handle = handle;
            }

            public override Poll Poll(Waker waker)
            {
                if (_yield.Poll(waker) == Pending)
                {
                    return Pending;
                }

                bool pending = waker.Executor.Detach(_handle) != null;
                _scenario._handed.Value = pending ? TakenWhileRunning.Pending : Nothing;
                return Ready;
            }
        }
    }
}
