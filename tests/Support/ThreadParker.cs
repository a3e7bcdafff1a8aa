using System.Threading;

namespace NanoExecutor.Tests
{
    /// <summary>Parks a real thread; the event latches.</summary>
    internal sealed class ThreadParker : Parker
    {
        /// <summary>Set before each park, for a test that wants to know that an executor is about to.</summary>
        internal readonly AutoResetEvent Parking = new AutoResetEvent(false);

        private readonly AutoResetEvent _unparked = new AutoResetEvent(false);

        public override void Park(long deadline)
        {
            Parking.Set();
            _unparked.WaitOne();
        }

        public override void Unpark()
        {
            _unparked.Set();
        }
    }
}
