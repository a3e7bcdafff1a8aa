using System;

namespace NanoExecutor.Tests
{
    /// <summary>Its polls return what no poll may.</summary>
    internal sealed class Odd : Future
    {
        internal const string Message = "Odd.Poll returned 5; return Pending (0) or Ready (1).";

        internal int Cancels;

        public override Poll Poll(Waker waker)
        {
            return (Poll)5;
        }

        public override void Cancel()
        {
            Cancels++;
        }
    }

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

    /// <summary>Pending until it is told what to do; throws whenever it is cancelled or detached.</summary>
    internal sealed class Stubborn : Future
    {
        internal readonly Exception OnCancel = new InvalidOperationException("thrown by a Cancel");
        internal readonly Exception OnDetach = new InvalidOperationException("thrown by a Detach");

        /// <summary>What its next poll throws; null for nothing.</summary>
        internal Exception OnPoll;

        internal int Polls;
        internal int Cancels;
        internal Waker Waker;

        internal bool IsOpen { get; set; }

        public override Poll Poll(Waker waker)
        {
            Polls++;
            Waker = waker;
            Exception exception = OnPoll;
            if (exception != null)
            {
                OnPoll = null;
                throw exception;
            }

            return IsOpen ? Ready : Pending;
        }

        public override void Cancel()
        {
            Cancels++;
            throw OnCancel;
        }

        public override void Detach()
        {
            throw OnDetach;
        }

        /// <summary>Lets its task poll it, which then throws.</summary>
        internal Exception Throw()
        {
            OnPoll = new InvalidOperationException("thrown by a Poll");
            Waker.Wake();
            return OnPoll;
        }
    }

    /// <summary>Tasks that wait for nothing in every slot that is free: whoever wakes one woke the wrong task.</summary>
    internal sealed class Bystanders
    {
        private readonly Executor _executor;
        private readonly long _polls;

        internal Bystanders(Executor executor)
        {
            _executor = executor;
            long handle;
            while (executor.TrySpawn(new NeverFuture(), out handle))
            {
            }

            executor.RunUntilIdle();
            _polls = executor.Polls;
        }

        /// <summary>Polls of any task since then.</summary>
        internal long Polls
        {
            get
            {
                _executor.RunUntilIdle();
                return _executor.Polls - _polls;
            }
        }
    }
}
