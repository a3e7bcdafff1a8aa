//@library
using System.Threading;

namespace NanoExecutor
{
    // Members of the library that block are marked; all others are for tasks too.
    public class Gate
    {
        private readonly AutoResetEvent _event = new AutoResetEvent(false);

        public void Pass()
        {
            _event.WaitOne(); //! blocking-call
        }

        [Blocks("until it is open")]
        public void PassBlocking()
        {
            _event.WaitOne();
        }

        [Blocks("not at all")]
        public void Open()
        {
            _event.Set(); //! needless-blocks
        }

        [Allocates("itself")]
        public Gate Prepare()
        {
            Thread.Sleep(1);
            return new Gate();
        }

        /// <summary>Any thread.</summary>
        internal void Close()
        {
            Thread.Sleep(2); //! blocking-call
        }
    }
}
