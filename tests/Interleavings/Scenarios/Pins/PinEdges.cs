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
}
