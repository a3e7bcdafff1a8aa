using NanoExecutor;

namespace Greenhouse.Tasks
{
    /// <summary>Writes down what every task is doing when somebody asks: <see cref="Sources.Status"/>.</summary>
    public sealed partial class StatusReport : NodeTask
    {
        private readonly SourceWait _asked;
        private readonly Dump _dump;

        /// <summary>Makes the task.</summary>
        /// <param name="reactor">Has the source.</param>
        /// <param name="dump">What it writes.</param>
        public StatusReport(Reactor reactor, Dump dump)
            : base("status")
        {
            _asked = reactor.Register(Sources.Status);
            _dump = dump;
        }

        [Linear]
        private void Body()
        {
            while (true)
            {
                Await(_asked);
                _dump.Write();
                EndRound();
            }
        }
    }
}
