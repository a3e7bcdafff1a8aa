namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// A thread sends through a channel that drops its oldest, and is interrupted by one that sends too and runs to
    /// completion: there is no item then that somebody is in the middle of sending, but the thread's own.
    /// </summary>
    public sealed class ChannelDropsForInterrupt : MachineScenario
    {
        private const int Items = 2;

        private LongChannel _channel;
        private Takes _task;
        private int _sent;

        /// <inheritdoc/>
        public override string About => "an interrupt sends in the middle of a send that drops the oldest item";

        /// <inheritdoc/>
        public override string Proves => "channel that drops its oldest: nothing is refused without need";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(
                _sent == Items || !world.InterruptsRunToCompletion,
                "an item was refused although nobody was in the middle of sending");
            world.Expect(
                _task.Taken + _channel.Dropped + _channel.Count == Items + 1,
                "each item was received, dropped and counted, or is still there");
        }

        /// <inheritdoc/>
        public override int MaxPreemptions => 2;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _channel = world.Name(new LongChannel(1, WhenFull.DropOldest), "channel");
            _task = world.Name(new Takes(_channel.NewReceive(), 1), "task");
            Executor.Spawn(_task);
            world.Callback("sender", () =>
            {
                for (int item = 0; item < Items; item++)
                {
                    _sent += _channel.TrySend(item) ? 1 : 0;
                }
            });
            world.Interrupt("irq", () => _channel.TrySend(Items));
        }
    }
}
