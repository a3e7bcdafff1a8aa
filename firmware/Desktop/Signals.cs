using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;
using NanoExecutor;

namespace Greenhouse.Desktop
{
    /// <summary>
    /// Ctrl-C and a request to terminate stop the node; a second one ends the process, if the first did not get it to.
    /// Ctrl-Z and its end give the terminal back and take it again.
    /// </summary>
    internal sealed class Signals : IDisposable
    {
        private readonly List<PosixSignalRegistration> _registrations = new List<PosixSignalRegistration>();
        private readonly Executor _executor;
        private readonly Painter _painter;
        private int _requests;

        /// <summary>Listens to signals until it is disposed of.</summary>
        /// <param name="executor">What to stop.</param>
        /// <param name="painter">What uses the terminal; null if there is no view.</param>
        internal Signals(Executor executor, Painter painter)
        {
            _executor = executor;
            _painter = painter;
            Listen(PosixSignal.SIGINT, Stop);
            Listen(PosixSignal.SIGTERM, Stop);
            if (painter != null && !OperatingSystem.IsWindows())
            {
                Listen(PosixSignal.SIGTSTP, context => _painter.Suspend());
                Listen(PosixSignal.SIGCONT, context => Resume());
            }
        }

        /// <summary>Leaves the signals to whoever had them before.</summary>
        public void Dispose()
        {
            foreach (PosixSignalRegistration registration in _registrations)
            {
                registration.Dispose();
            }
        }

        private void Listen(PosixSignal signal, Action<PosixSignalContext> handler)
        {
            _registrations.Add(PosixSignalRegistration.Create(signal, handler));
        }

        private void Stop(PosixSignalContext context)
        {
            if (Interlocked.Increment(ref _requests) == 1)
            {
                context.Cancel = true;
                _executor.Stop();
            }
            else
            {
                _painter?.Suspend();
            }
        }

        private void Resume()
        {
            try
            {
                _painter.Resume();
            }
            catch (IOException)
            {
                _executor.Stop();
            }
        }
    }
}
