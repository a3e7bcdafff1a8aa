using System.Threading;
using NanoExecutor;

namespace Greenhouse
{
    /// <summary>
    /// A probe with a driver from before there were tasks: it blocks until it has its reading. It gets a thread of its own,
    /// which is idle between measurements, and the tasks never notice.
    /// </summary>
    public abstract class BlockingProbe : Probe
    {
        private readonly AutoResetEvent _begin = new AutoResetEvent(false);
        private readonly Thread _thread;

        // Written by the thread that stops the probe, read by the driver's thread after the event that follows the write.
        private bool _stopped;

        /// <summary>Makes the thread of the driver; <see cref="Start"/> starts it.</summary>
        /// <param name="reactor">That of the board.</param>
        protected BlockingProbe(Reactor reactor)
            : base(reactor)
        {
            _thread = new Thread(Work);
        }

        /// <summary>Starts the thread of the driver. Once, before the executor runs.</summary>
        public void Start()
        {
            _thread.Start();
        }

        /// <summary>Ends the thread, after the measurement under way if there is one. Blocks until it has.</summary>
        public virtual void Stop()
        {
            _stopped = true;
            _begin.Set();
            _thread.Join();
        }

        /// <inheritdoc/>
        public override void Begin()
        {
            _begin.Set();
        }

        /// <summary>The driver. Blocks the thread it is called on, which is its own.</summary>
        /// <returns>Percent.</returns>
        protected abstract int Measure();

        private void Work()
        {
            while (true)
            {
                _begin.WaitOne();
                if (_stopped)
                {
                    return;
                }

                Finish(Measure());
            }
        }
    }
}
