namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A thread sets a value while another begins the work that leads to it and gives it up again.</summary>
    public sealed class OnceBegunBetween : MachineScenario
    {
        private Once _once;
        private OnceWait _wait;
        private bool _set;

        /// <inheritdoc/>
        public override string About => "a value is set while somebody begins to make it and gives up";

        /// <inheritdoc/>
        public override string Proves => "once: Set refuses a value only if there is one";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_set, "nobody else has set it, so it was not refused");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _once = world.Name(new Once(), "once");
            _wait = world.Name(_once.NewWait(), "wait");
            Executor.Spawn(_wait);
            object value = world.Name(new Item(), "item");
            world.Callback("sets", () => _set = _once.Set(value));
            world.Callback("begins", () =>
            {
                if (_once.TryBegin())
                {
                    _once.GiveUp();
                }
            });
        }
    }
}
