using System;

namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// The heap is full for a while: calls of the executor's loop find no memory for their frame and throw, any of them,
    /// once or twice. Tasks wait for an event, a deadline and their turn meanwhile.
    /// </summary>
    [Case(1)]
    [Case(2)]
    public sealed class HeapIsFull(int calls) : MachineScenario
    {
        private const long Deadline = 10;

        private Reactor _reactor;
        private NotBefore _delay;
        private Takes _event;
        private Takes _busy;
        private int _escaped;

        /// <inheritdoc/>
        public override string About => "calls of the executor's loop throw because the heap is full";

        /// <inheritdoc/>
        public override string Proves => "the loop survives it: only the task that was polled is faulted, the others go on";

        /// <inheritdoc/>
        public override int MaxPreemptions => calls == 1 ? 1 : 0;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            int faulted = Executor.Faulted + Executor.FaultsLost;
            int ended = (_delay.ReadyAt >= 0 ? 1 : 0) + _event.Taken + (_busy.Taken == 2 ? 1 : 0);
            world.Expect(_escaped == 0, "an exception came out of Run while there were tasks");
            world.Expect(ended + faulted >= 3, "every task has ended or met the full heap itself");
            world.Expect(faulted <= calls, "no more tasks were faulted than calls failed");
            world.Expect(_delay.ReadyAt < 0 || _delay.ReadyAt >= Deadline, "the delay was early");
        }

        /// <inheritdoc/>
        protected override int Capacity => 4;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            Register begun = world.Register("begun");
            _reactor = world.Name(new Reactor(1), "reactor");
            _delay = world.Name(new NotBefore(new Delay().Until(Deadline), Clock, Deadline), "delay");
            _event = world.Name(new Takes(_reactor.Register(0), 1), "event");
            _busy = world.Name(new Takes(new Yield(), 2), "busy");
            Executor.Spawn(world.Name(new Fills(world, calls, begun), "fills"));
            Executor.Spawn(_delay);
            Executor.Spawn(_event);
            Executor.Spawn(_busy);
            Executor.OnFault = (executor, handle, exception) =>
                world.Expect(exception is OutOfMemoryException, "a task threw " + exception);
            world.Callback("irq", () => _reactor.Raise(0));
            Clock.Follows(world, Parker, begun);
        }

        /// <inheritdoc/>
        protected override void Run()
        {
            while (Executor.TaskCount > 0)
            {
                try
                {
                    Executor.Run();
                }
                catch (OutOfMemoryException)
                {
                    _escaped += Executor.TaskCount > 0 ? 1 : 0;
                }
            }
        }

        private sealed class Fills : Future
        {
            private readonly World _world;
            private readonly int _calls;
            private readonly Register _begun;

            internal Fills(World world, int calls, Register begun)
            {
                _world = world;
                _calls = calls;
                _begun = begun;
            }

            public override Poll Poll(Waker waker)
            {
                _world.MemoryRunsOut(_calls);
                _begun.Value = 1;
                return Ready;
            }
        }
    }
}
