using NanoExecutor;

namespace Greenhouse
{
    /// <summary>
    /// A probe with a driver from before there were tasks: it blocks until it has its reading. A worker calls it, whose
    /// thread is idle between measurements, and the tasks never notice.
    /// </summary>
    public abstract class BlockingProbe : Probe
    {
        private readonly Worker _worker = new Worker(1);
        private readonly WorkerCall _call;

        // Of the worker while it measures.
        private int _percent;

        /// <summary>Starts the worker.</summary>
        protected BlockingProbe()
        {
            _call = _worker.NewCall(Call);
        }

        /// <inheritdoc/>
        public override Future Measure()
        {
            return _call;
        }

        /// <inheritdoc/>
        public override bool TryRead(out int percent)
        {
            percent = _percent;
            return _call.Exception == null;
        }

        /// <summary>Ends the thread, after the measurement under way if there is one. Blocks until it has.</summary>
        public virtual void Stop()
        {
            _worker.Close();
            _worker.Thread.Thread.Join();
        }

        /// <summary>The driver. Blocks the thread it is called on, which is that of the worker; may throw.</summary>
        /// <returns>Percent.</returns>
        protected abstract int ReadDriver();

        // The reading goes by a field: as a result it would be boxed.
        private object Call(object argument)
        {
            _percent = ReadDriver();
            return null;
        }
    }
}
