namespace NanoExecutor.Interleavings
{
    /// <summary>
    /// A thread with a stack on which actors run. Of all of them only the one that has the baton goes on.
    /// </summary>
    internal class Host
    {
        private readonly AutoResetEvent _baton = new(false);

        internal void PassBaton()
        {
            _baton.Set();
        }

        /// <summary>Called on this thread: stops it until somebody passes it the baton.</summary>
        internal void AwaitBaton()
        {
            _baton.WaitOne();
        }

        protected void Close()
        {
            _baton.Dispose();
        }
    }
}
