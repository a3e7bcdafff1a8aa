using System;
using System.Threading;

namespace NanoExecutor
{
    /// <summary>
    /// Hears of a task that threw, on the thread that runs the executor. What it throws itself leaves Run.
    /// </summary>
    /// <param name="executor">The executor of the task.</param>
    /// <param name="handle">Its handle: <see cref="Executor.Abort"/> gives its slot free.</param>
    /// <param name="exception">What it threw. The slot keeps it.</param>
    public delegate void FaultHook(Executor executor, long handle, Exception exception);

    // What throws: a task, whose fault it is then; a full heap, which is nobody's; anything else, which leaves the run.
    public sealed partial class Executor
    {
        private const int ShortestNap = 20;
        private const int LongestNap = 640;

        // For the next fault, made before it is needed.
        private FaultedFuture _record;

        // Let go of when the heap is full, so that there is memory for the next frames.
        private byte[] _reserve;

        private readonly Headroom _headroom = new Headroom();

        // The task that was refused last because a future was another's, and who is being cancelled, if anybody is.
        private TaskWaker _refused;
        private long _refusedHandle;
        private TaskWaker _cancelling;

        // All that its tasks have ever taken for themselves.
        private IHeld _firstHeld;

        // What the loop was left by and what has not been dealt with yet.
        private Exception _caught;
        private bool _leaves;

        private Exception _firstFault;
        private Exception _awaitedFault;

        /// <summary>Called when a task throws, after it was cancelled; null, as at first, for no handler.</summary>
        /// <remarks>
        /// Without one the machine writes the fault out (<see cref="NanoExecutor.Machine.WriteFault(string)"/>), and
        /// <see cref="Run"/> throws when only tasks that threw are left.
        /// </remarks>
        public FaultHook OnFault { get; set; }

        /// <summary>
        /// How often the executor met a full heap and waited for memory. Up to 2^31, then it stays there. On nanoCLR any
        /// call needs heap for its frame.
        /// </summary>
        public int MemoryShortages { get; private set; }

        /// <summary>
        /// Faults whose exception was not kept, because there was no memory for the record; stays at int.MaxValue.
        /// </summary>
        public int FaultsLost { get; private set; }

        /// <summary>
        /// One more thing that a task of this executor has for itself. For the futures of the library. One that was used by
        /// another executor before stays in the list of that one, whose thread may be looking at it, unless it is closed.
        /// </summary>
        internal void Remember(IHeld held)
        {
            Executor other = held.ListedBy;
            if (other == null || (other != this && other._closed))
            {
                held.ListedBy = this;
                held.NextHeld = _firstHeld;
                _firstHeld = held;
            }
        }

        /// <summary>Takes note that a task was refused because a future is another's.</summary>
        internal void Refuse(TaskWaker task)
        {
            _refusedHandle = task.Handle;
            _refused = task;
        }

        /// <summary>Whether it is the task refused last that acts now, and not the one given.</summary>
        internal bool IsRefused(TaskWaker owner)
        {
            TaskWaker refused = _refused;
            return refused != null && refused != owner && refused.Handle == _refusedHandle && IsActing(refused)
                && _tasks.IsLive(owner);
        }

        /// <summary>Whether the task is being polled or cancelled.</summary>
        internal bool IsActing(TaskWaker task)
        {
            return task == (_cancelling ?? _tasks.Polling);
        }

        // Runs until the run is over; what leaves it is returned. With the heap full any call may throw, those in here too: what
        // is to be done stands in a field until it is done.
        private Exception Loop()
        {
            while (true)
            {
                try
                {
                    while (!IsOver())
                    {
                        if (!RunAwake())
                        {
                            if (!_parks)
                            {
                                return null;
                            }

                            Idle();
                        }
                    }

                    return null;
                }
                catch (Exception exception)
                {
                    // No call here, which may throw.
                    if (exception is OutOfMemoryException)
                    {
                        _reserve = null;
                    }

                    _caught = exception;
                    while (_caught != null && !_leaves)
                    {
                        try
                        {
                            Recover();
                        }
                        catch (OutOfMemoryException)
                        {
                            _reserve = null;
                        }
                        catch (Exception hook)
                        {
                            _caught = hook;
                        }
                    }

                    if (_leaves)
                    {
                        _leaves = false;
                        exception = _caught;
                        _caught = null;
                        return exception;
                    }
                }
            }
        }

        // Called after a step of the run that ended by an exception, until nothing is left to be done.
        [ThrowHelper]
        private void Recover()
        {
            _cancelling = null;
            if (_reserve == null)
            {
                WaitForMemory();
            }

            if (_tasks.Ending != null)
            {
                End(_tasks.Ending);
            }

            TaskWaker waker = _tasks.Polling;
            if (waker != null)
            {
                Fault(waker, _caught);
            }
            else if (_caught is OutOfMemoryException)
            {
                _caught = null;
            }
            else
            {
                _leaves = true;
            }
        }

        // Naps until the reserve can be had again: what has filled the heap is somewhere else.
        [ThrowHelper]
        private void WaitForMemory()
        {
            MemoryShortages = Saturating.Next(MemoryShortages);

            // Longer from time to time: nanoCLR prints some lines for each try that fails.
            int nap = ShortestNap;
            while (!_protocol.StopRequested)
            {
                Thread.Sleep(nap);
                nap = nap < LongestNap ? nap << 1 : nap;
                try
                {
                    _reserve = new byte[_machine.MemoryReserve];
                    _machine.MemoryIsBack();
                    return;
                }
                catch (OutOfMemoryException)
                {
                    _reserve = null;
                }
            }
        }

        // A future is ready: its slot is free.
        private void End(TaskWaker waker)
        {
            bool awaited = waker == _tasks.Awaited;
            _tasks.Finish(waker);
            if (awaited)
            {
                _outcome = Outcome.Ready;
            }

            if (_figures != null)
            {
                _figures.NoteEnd(waker.Slot, 0);
            }
        }

        [ThrowHelper]
        private void Fault(TaskWaker waker, Exception exception)
        {
            long handle = waker.Handle;
            Future future = waker.Future;
            if (_record != null)
            {
                _tasks.Fault(waker, _record, exception);
            }
            else
            {
                _tasks.Finish(waker);
                FaultsLost = Saturating.Next(FaultsLost);
            }

            // From here on it is dealt with, whatever throws next.
            _record = null;
            _tasks.Polling = null;
            _caught = null;
            if (waker == _tasks.Awaited)
            {
                _outcome = Outcome.Faulted;
                _awaitedFault = exception;
            }

            if (_firstFault == null)
            {
                _firstFault = exception;
            }

            // What it held and where it stood in line goes to others. What that throws comes second.
            _cancelling = waker;
            CancelQuietly(future);
            ReleaseWhat(waker, future);
            _cancelling = null;
            try
            {
                _record = new FaultedFuture();
            }
            catch (OutOfMemoryException)
            {
                _reserve = null;
            }

            if (_figures != null)
            {
                _figures.NoteFault(waker.Slot);
            }

            Report(handle, future, exception);
        }

        // Gives away what a task that has come to a bad end still has.
        private void ReleaseWhat(TaskWaker task, Future future)
        {
            for (IHeld held = _firstHeld; held != null; held = held.NextHeld)
            {
                if (held.IsOf(task, future))
                {
                    held.Abandon();
                }
            }
        }

        [ThrowHelper]
        private void Report(long handle, Future future, Exception exception)
        {
            FaultHook hook = OnFault;
            if (hook != null)
            {
                hook(this, handle, exception);
            }
            else if (_tasks.Awaited == null || _tasks.Awaited.Handle != handle)
            {
                _machine.Fault(Throw.FaultMessage(handle, future, exception));
            }
        }
    }
}
