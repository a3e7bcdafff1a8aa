namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A contact bounces while time passes; the task wants the level that stays.</summary>
    public sealed class PinSettles : MachineScenario
    {
        private const long Settle = 5;

        private Debounced _pressed;
        private Takes _task;

        /// <inheritdoc/>
        public override string About => "a contact bounces while the time in which it has to keep still runs out";

        /// <inheritdoc/>
        public override string Proves => "decisions 6, 7: an edge and a deadline do not hide each other";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Taken == 1 && _pressed.Level, "the level that stayed was seen");
            world.Expect(Clock.Peek >= Settle, "and not before it had stayed");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            Reactor reactor = world.Name(new Reactor(1), "reactor");
            ModelPin pin = world.Name(new ModelPin(world, "pin", reactor, 0), "pin");
            _pressed = world.Name(new Debounced(pin, Settle), "pressed");
            _task = world.Name(new Takes(_pressed, 1), "task");
            Executor.Spawn(_task);
            Clock.Follows(world, Alarm);
            world.Callback("contact", () =>
            {
                pin.Goes(true);
                pin.Bounces();
            });
        }
    }
}
