using NanoExecutor;

namespace Greenhouse.Desktop
{
    /// <summary>
    /// A task that stops the executor after a time. What is due at that time comes first, so that a run of 60 seconds
    /// prints 60 reports.
    /// </summary>
    public sealed partial class RunLimit : Routine
    {
        private readonly Executor _executor;
        private readonly long _duration;
        private readonly Delay _delay = new Delay();
        private readonly Yield _others = new Yield();

        /// <summary>Makes the task. It is to be spawned after all others.</summary>
        /// <param name="executor">What to stop.</param>
        /// <param name="duration">When, µs after the first poll.</param>
        public RunLimit(Executor executor, long duration)
        {
            _executor = executor;
            _duration = duration;
        }

        [Linear]
        private void Body()
        {
            Await(_delay.For(_duration));
            Await(_others);
            _executor.Stop();
        }
    }
}
