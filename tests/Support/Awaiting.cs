namespace NanoExecutor.Tests
{
    /// <summary>
    /// A task that awaits a future a number of times and writes its letter to a log each time it is ready.
    /// </summary>
    internal class Awaiting : Future
    {
        internal readonly Future Inner;
        internal int Done;
        internal int Polls;

        private readonly Log _log;
        private readonly string _letter;
        private int _left;

        internal Awaiting(Future inner)
            : this(inner, 1, null, "")
        {
        }

        internal Awaiting(Future inner, int times)
            : this(inner, times, null, "")
        {
        }

        internal Awaiting(Future inner, Log log, string letter)
            : this(inner, 1, log, letter)
        {
        }

        internal Awaiting(Future inner, int times, Log log, string letter)
        {
            Inner = inner;
            _left = times;
            _log = log;
            _letter = letter;
        }

        public override Poll Poll(Waker waker)
        {
            Polls++;
            while (Inner.Poll(waker) == Ready)
            {
                Done++;
                OnReady();
                if (_log != null)
                {
                    _log.Add(_letter);
                }

                if (--_left == 0)
                {
                    return Ready;
                }
            }

            return Pending;
        }

        public override void Cancel()
        {
            Inner.Cancel();
        }

        public override void Detach()
        {
            Inner.Detach();
        }

        protected virtual void OnReady()
        {
        }
    }
}
