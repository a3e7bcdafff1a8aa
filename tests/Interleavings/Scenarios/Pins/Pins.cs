namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// Three tasks wait for one pin, each in its own way: for an edge, for a level and for any change.
    /// </summary>
    public sealed class PinEdges : MachineScenario
    {
        private Takes _edge;
        private Takes _level;
        private Takes _change;

        /// <inheritdoc/>
        public override string About => "a pin goes high while tasks wait for its edge, its level and its source";

        /// <inheritdoc/>
        public override string Proves => "an edge reaches all that wait for the pin";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_edge.Taken == 1, "the edge was seen once");
            world.Expect(_level.Taken == 1, "the level was seen");
            world.Expect(_change.Taken == 1, "the source was raised");
        }

        /// <inheritdoc/>
        protected override int Capacity => 3;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            Reactor reactor = world.Name(new Reactor(1), "reactor");
            ModelPin pin = world.Name(new ModelPin(world, "pin", reactor, 0), "pin");
            Register asked = world.Register("asked");
            _edge = world.Name(new Takes(new Asks(new WaitForEdge(pin, Edge.Rising), asked), 1), "edge");
            _level = world.Name(new Takes(new WaitForLevel(pin, true), 1), "level");
            _change = world.Name(new Takes(pin.Changed, 1), "change");
            Executor.Spawn(_edge);
            Executor.Spawn(_level);
            Executor.Spawn(_change);

            // Only after a look at the level before it is there an edge to see.
            world.Callback("irq", () => pin.Goes(true)).When(() => asked.Peek == 1);
        }
    }

    /// <summary>A contact bounces while time passes; the task wants the level that stays.</summary>
    public sealed class PinSettles : MachineScenario
    {
        private const long Settle = 5;
        private const long Bounce = 3;

        private Presses _task;

        /// <inheritdoc/>
        public override string About => "a contact bounces while the time in which it has to keep still runs out";

        /// <inheritdoc/>
        public override string Proves => "an edge and a deadline do not hide each other";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.ReadyAt >= 0 && _task.Level, "the level that stayed was seen");
            world.Expect(_task.ReadyAt >= _task.NotBefore, "an edge that was seen started the time anew");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            Reactor reactor = world.Name(new Reactor(1), "reactor");
            ModelPin pin = world.Name(new ModelPin(world, "pin", reactor, 0), "pin");
            Register bounced = world.Register("bounced");
            _task = world.Name(new Presses(new Debounced(pin, Settle), Clock, bounced), "task");
            Executor.Spawn(_task);
            pin.IsPressed();

            // The time moves on, the contact bounces, and then the time follows the alarm.
            world.Callback("contact", () =>
            {
                Clock.MoveTo(Parker, Bounce);
                pin.Bounces();
                bounced.Value = Bounce + Settle;
            });
            Clock.Follows(world, Parker, bounced);
        }

        private sealed class Presses : Future
        {
            private readonly Debounced _pressed;
            private readonly ModelClock _clock;
            private readonly Register _bounced;

            internal Presses(Debounced pressed, ModelClock clock, Register bounced)
            {
                _pressed = pressed;
                _clock = clock;
                _bounced = bounced;
            }

            internal bool Level => _pressed.Level;

            internal long ReadyAt { get; private set; } = -1;

            internal long NotBefore { get; private set; } = Settle;

            public override Poll Poll(Waker waker)
            {
                // An edge that was there before the poll counts in it, even if the time has passed by now.
                long notBefore = _bounced.Value;
                NotBefore = notBefore > NotBefore ? notBefore : NotBefore;
                if (_pressed.Poll(waker) == Pending)
                {
                    return Pending;
                }

                ReadyAt = _clock.Now;
                return Ready;
            }
        }
    }
}
