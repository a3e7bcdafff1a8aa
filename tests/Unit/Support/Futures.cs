using System;

namespace NanoExecutor.Tests
{
    /// <summary>Aborts another task in its only poll.</summary>
    internal sealed class Aborter : Future
    {
        private readonly Executor _executor;

        internal Aborter(Executor executor)
        {
            _executor = executor;
        }

        internal long Victim { get; set; }

        public override Poll Poll(Waker waker)
        {
            _executor.Abort(Victim);
            return Ready;
        }
    }

    /// <summary>
    /// Polls a future once and is ready whatever it said: a select with something that is ready at once.
    /// </summary>
    internal sealed class PolledOnce : Future
    {
        internal Poll Said;

        private readonly Future _future;

        internal PolledOnce(Future future)
        {
            _future = future;
        }

        public override Poll Poll(Waker waker)
        {
            Said = _future.Poll(waker);
            return Ready;
        }
    }

    /// <summary>Ready once it was opened. Keeps the waker of its latest poll and counts what is done to it.</summary>
    internal sealed class Gate : Future
    {
        internal bool IsOpen;
        internal int Polls;
        internal int Cancels;
        internal int Detaches;
        internal Waker Waker;

        public override Poll Poll(Waker waker)
        {
            Polls++;
            Waker = waker;
            return IsOpen ? Ready : Pending;
        }

        public override void Cancel()
        {
            Cancels++;
        }

        public override void Detach()
        {
            Detaches++;
        }

        internal void Open()
        {
            IsOpen = true;
            Waker.Wake();
        }
    }

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
