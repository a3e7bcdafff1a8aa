using System;

namespace NanoExecutor.Tests
{
    /// <summary>
    /// Writes its letter to a log at each poll and wakes itself, for a number of polls; ready at the last.
    /// </summary>
    internal sealed class Steps : Future
    {
        private readonly Log _log;
        private readonly string _letter;
        private int _left;

        internal Steps(Log log, string letter, int polls)
        {
            _log = log;
            _letter = letter;
            _left = polls;
        }

        public override Poll Poll(Waker waker)
        {
            _log.Add(_letter);
            if (--_left == 0)
            {
                return Ready;
            }

            waker.Wake();
            return Pending;
        }
    }

    /// <summary>What happened, in order.</summary>
    internal sealed class Log
    {
        internal string Text = "";

        internal void Add(string what)
        {
            Text += what;
        }
    }

    /// <summary>Throws at its first polls, then is ready.</summary>
    internal sealed class Thrower : Future
    {
        internal readonly Exception Exception = new InvalidOperationException("thrown by a test");

        private int _left;

        internal Thrower(int times)
        {
            _left = times;
        }

        public override Poll Poll(Waker waker)
        {
            if (_left-- > 0)
            {
                throw Exception;
            }

            return Ready;
        }
    }
}
