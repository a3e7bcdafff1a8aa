using System;

namespace NanoExecutor.Tests
{
    /// <summary>
    /// Polls another future, once or at each poll, as one written by hand may that does not know of Cancel; then waits to be
    /// told what next.
    /// </summary>
    internal sealed class Careless : Future
    {
        private readonly Future _inner;
        private bool _polled;

        internal Careless(Future inner)
        {
            _inner = inner;
        }

        /// <summary>Throws at its next poll.</summary>
        internal bool Throws { get; set; }

        /// <summary>Polls the other at each poll.</summary>
        internal bool PollsAlways { get; set; }

        /// <summary>Is ready at its next poll.</summary>
        internal bool Ends { get; set; }

        public override Poll Poll(Waker waker)
        {
            if (Throws)
            {
                throw new InvalidOperationException("thrown by a test");
            }

            if (!_polled || PollsAlways)
            {
                _polled = true;
                _inner.Poll(waker);
            }

            return Ends ? Ready : Pending;
        }
    }
}
