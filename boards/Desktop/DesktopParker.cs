using System;
using System.Threading;

namespace NanoExecutor.Boards.Desktop
{
    /// <summary>Parks a thread on an event of the operating system, which latches by nature.</summary>
    public sealed class DesktopParker : Parker, IDisposable
    {
        private readonly AutoResetEvent _unparked = new AutoResetEvent(false);

        /// <inheritdoc/>
        public override void Park(long deadline)
        {
            _unparked.WaitOne();
        }

        /// <inheritdoc/>
        public override void Unpark()
        {
            _unparked.Set();
        }

        /// <inheritdoc/>
        public override void GiveWay()
        {
            Thread.Yield();
        }

        /// <summary>
        /// Gives the event back. When no other thread can wake a task of the executor any more: a wake that comes later
        /// throws.
        /// </summary>
        public void Dispose()
        {
            _unparked.Dispose();
        }
    }
}
