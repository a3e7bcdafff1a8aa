namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// Another thread stops the executor while it goes to sleep, or in the middle of a run that never parks.
    /// </summary>
    [Case(Entry.Run)]
    [Case(Entry.BlockOn)]
    [Case(Entry.RunUntilIdle)]
    public sealed class StopOrPark : MachineScenario
    {
        private readonly Entry _entry;
        private Future _forever;
        private bool _finished;

        /// <summary>For one way into the loop.</summary>
        /// <param name="entry">Which.</param>
        internal StopOrPark(Entry entry)
        {
            _entry = entry;
        }

        /// <inheritdoc/>
        public override string About => "Stop from another thread while the executor goes to sleep";

        /// <inheritdoc/>
        public override string Proves => "a stop is not lost; it was, when it was looked at too early";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(Executor.State == ExecutorState.Stopped, "it says that it is stopped");
            world.Expect(!_finished, "what never ends has not ended");
            world.Expect(Executor.TaskCount == (_entry == Entry.BlockOn ? 0 : 1), "and is a task no more, if it was not one");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            // RunUntilIdle ends when all tasks sleep, so there it has to be one that never does.
            Register stopped = world.Register("stopped");
            _forever = _entry == Entry.RunUntilIdle ? new Busy(world, stopped) : new NeverFuture();
            if (_entry != Entry.BlockOn)
            {
                Executor.Spawn(_forever);
            }

            world.Callback("stopper", () =>
            {
                Executor.Stop();
                stopped.Value = 1;
            });
        }

        /// <inheritdoc/>
        protected override void Run()
        {
            switch (_entry)
            {
                case Entry.BlockOn:
                    _finished = Executor.BlockOn(_forever);
                    break;
                case Entry.RunUntilIdle:
                    Executor.RunUntilIdle();
                    break;
                default:
                    Executor.Run();
                    break;
            }
        }

        private sealed class Busy : Future
        {
            private const int RoundsBefore = 3;
            private const int MaxRounds = 100;

            private readonly World _world;
            private readonly Register _stopped;
            private int _round;

            internal Busy(World world, Register stopped)
            {
                _world = world;
                _stopped = stopped;
            }

            public override Poll Poll(Waker waker)
            {
                if (++_round == RoundsBefore)
                {
                    // From here on it is alone, so that there is not much to explore.
                    _stopped.WaitFor(1);
                }

                _world.Expect(_round < MaxRounds, "the stop is passed over");
                waker.Wake();
                return Pending;
            }
        }
    }
}
