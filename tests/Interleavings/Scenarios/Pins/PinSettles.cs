namespace NanoExecutor.Interleavings.Scenarios
{
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
