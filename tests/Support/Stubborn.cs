using System;

namespace NanoExecutor.Tests
{
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
}
