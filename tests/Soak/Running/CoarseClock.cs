namespace NanoExecutor.Soak.Running
{
    /// <summary>Shows the time of another clock in steps.</summary>
    internal sealed class CoarseClock(Clock clock, long step) : Clock
    {
        public override long Now => clock.Now / step * step;

        public override long Resolution => step;
    }
}
