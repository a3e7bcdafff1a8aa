using System;
using System.Diagnostics;

namespace NanoExecutor
{
    // The ways into the loop and out of it.
    public sealed partial class Executor
    {
        private bool _inRun;
        private bool _stopped;

        // Whether the loop parks when all tasks sleep.
        private bool _parks;

#if !NANOFRAMEWORK_1_0
        // Only in a debug build; 0 while nobody runs the executor.
        private int _thread;
#endif

        // What has become of the future that BlockOn waits for.
        private int _outcome;

        /// <summary>What the executor is doing now. Any thread.</summary>
        public ExecutorState State
        {
            get
            {
                if (_stopped || _closed || _protocol.StopRequested)
                {
                    return ExecutorState.Stopped;
                }

                if (_inRun && !_protocol.Parked)
                {
                    return ExecutorState.Running;
                }

                return _protocol.NeedRun ? ExecutorState.NeedRun : ExecutorState.Idle;
            }
        }

        /// <summary>
        /// Runs the tasks until <see cref="Stop"/>, or until the last one has ended: with no task left nothing could
        /// wake it. Parks the calling thread while all tasks sleep.
        /// </summary>
        /// <exception cref="InvalidOperationException">
        /// A task or another thread runs it already; or only tasks that threw are left, at least one of them in this run,
        /// and no handler was told (<see cref="OnFault"/>): the inner exception is that of the first.
        /// </exception>
        /// <exception cref="ObjectDisposedException">The executor is closed.</exception>
        [Blocks("parks while all tasks sleep")]
        public void Run()
        {
            Enter();
            _parks = true;
            Exception thrown;
            try
            {
                thrown = Loop();
            }
            finally
            {
                Leave();
            }

            if (thrown != null)
            {
                throw Throw.Again(thrown);
            }

            if (_firstFault != null && _tasks.Live == 0 && OnFault == null)
            {
                throw Throw.OnlyFaulted(_tasks.Faulted, _firstFault);
            }
        }

        /// <summary>
        /// Runs the tasks until all of them sleep and no deadline has passed, or until <see cref="Stop"/>. Never parks:
        /// for a loop of one's own, which calls it again after each wake and at the deadline returned.
        /// </summary>
        /// <returns>The next deadline, µs on the clock; <see cref="long.MaxValue"/> if there is none.</returns>
        /// <exception cref="InvalidOperationException">A task or another thread runs it already.</exception>
        /// <exception cref="ObjectDisposedException">The executor is closed.</exception>
        [Blocks("gives way to other threads while tasks are busy")]
        public long RunUntilIdle()
        {
            Enter();
            _parks = false;
            Exception thrown;
            try
            {
                thrown = Loop();
            }
            finally
            {
                Leave();
            }

            if (thrown != null)
            {
                throw Throw.Again(thrown);
            }

            return _timers.Next;
        }

        /// <summary>
        /// Spawns a future and runs all tasks until it is ready. Takes one slot for that time. The others stay where they
        /// are and go on with the next run.
        /// </summary>
        /// <param name="future">Not a task of any executor.</param>
        /// <returns>
        /// True when it is ready; false when <see cref="Stop"/> came first: it is still pending then, and may be given
        /// to this or another executor.
        /// </returns>
        /// <exception cref="ArgumentNullException">The future is null.</exception>
        /// <exception cref="InvalidOperationException">
        /// All slots are taken, the future is a task already, a task or another thread runs the executor, or a task or a
        /// hook aborted the future or took it out. What the future itself throws comes out of here as it is.
        /// </exception>
        /// <exception cref="ObjectDisposedException">The executor is closed.</exception>
        [Blocks("parks while all tasks sleep")]
        public bool BlockOn(Future future)
        {
            Enter();
            _parks = true;
            _outcome = Outcome.None;
            Exception thrown;
            try
            {
                long handle = Spawn(future);
                _tasks.Awaited = future.Home;
                thrown = Loop();
                if (_outcome == Outcome.Faulted)
                {
                    thrown = _awaitedFault;
                }

                // Stopped, thrown out of the loop, or faulted: it is still in its slot.
                _tasks.Awaited = null;
                Future left = Remove(handle, Outcome.Taken);
                if (left != null && _outcome == Outcome.None)
                {
                    left.Detach();
                }
            }
            finally
            {
                _tasks.Awaited = null;
                _awaitedFault = null;
                Leave();
            }

            if (thrown != null)
            {
                throw Throw.Again(thrown);
            }

            if (_outcome == Outcome.Aborted || _outcome == Outcome.Taken)
            {
                throw Throw.AwaitedIsGone(_outcome == Outcome.Aborted);
            }

            return _outcome == Outcome.Ready;
        }

        /// <summary>
        /// Ends the run after the polls under way, or the next run at its start if none is. A run that ends by itself
        /// meanwhile has used it up. Tasks stay as they are; a later run goes on with them. Any thread, task or interrupt;
        /// allocates nothing.
        /// </summary>
        public void Stop()
        {
            _protocol.RequestStop();
        }

        /// <summary>
        /// Aborts all tasks and closes the parker. For good; a second call does nothing.
        /// </summary>
        /// <exception cref="InvalidOperationException">It is running.</exception>
        /// <remarks>What cancelling the tasks throws comes out at the end, the first of it, when all is closed.</remarks>
        public void Close()
        {
            if (_closed)
            {
                return;
            }

            if (!_protocol.TryEnter())
            {
                throw Throw.CloseWhileRunning();
            }

            // From here on nothing can be spawned, by what is cancelled either.
            _closed = true;
            Exception first = null;
            for (int slot = 0; slot < _tasks.HighWater; slot++)
            {
                TaskWaker waker = _tasks.Wakers[slot];
                if (!_tasks.IsVacant(waker))
                {
                    bool faulted = _tasks.ExceptionAt(waker) != null;
                    Future future = _tasks.Finish(waker);
                    Exception thrown = faulted ? null : CancelQuietly(future);
                    ReleaseWhat(waker, future);
                    if (first == null)
                    {
                        first = thrown;
                    }
                }
            }

            _parker.Close();
            _protocol.Leave();
            if (first != null)
            {
                throw Throw.Again(first);
            }
        }

        /// <summary>Reads the clock for a future.</summary>
        internal long ReadClock()
        {
            return _clock.Now;
        }

        /// <summary>The first reading of the clock at which a duration has passed for certain, µs.</summary>
        /// <param name="duration">µs, more than 0. A coarse clock may have shown this time for a step already.</param>
        internal long DeadlineAfter(long duration)
        {
            return _clock.Now + duration + _clock.Resolution - 1;
        }

        /// <summary>
        /// The time that has passed for certain between two readings of the clock, µs; 0 or less if it is not certain
        /// that any has. A coarse clock may have shown the first for a step already.
        /// </summary>
        internal long PassedBetween(long earlier, long later)
        {
            return later - earlier - _clock.Resolution + 1;
        }

        /// <summary>Keeps any thread from running the executor, if none does: for moving a timer out of it.</summary>
        internal bool TryBorrow()
        {
            return _protocol.TryEnter();
        }

        internal void GiveBack()
        {
            _protocol.Leave();
        }

        private void Enter()
        {
            if (_closed)
            {
                throw Throw.ExecutorClosed();
            }

            if (!_protocol.TryEnter())
            {
                throw Throw.AlreadyRunning();
            }

            _stopped = false;
            _firstFault = null;
            _phase = 0;
            _inRun = true;
            NoteThread();
        }

        private void Leave()
        {
            // A stop that came during the run is spent with it, whatever ended the run.
            if (_protocol.StopRequested)
            {
                _protocol.StopRequested = false;
                _stopped = true;
            }

            _inRun = false;
            ForgetThread();
            _protocol.Leave();
        }

        // Whether the run is over, before it looks for more to do.
        private bool IsOver()
        {
            return _protocol.StopRequested
                || (_tasks.Awaited != null ? _outcome != Outcome.None : _parks && _tasks.Live == 0);
        }

        [Conditional("DEBUG")]
        private void NoteThread()
        {
#if !NANOFRAMEWORK_1_0
            _thread = Environment.CurrentManagedThreadId;
#endif
        }

        [Conditional("DEBUG")]
        private void ForgetThread()
        {
#if !NANOFRAMEWORK_1_0
            _thread = 0;
#endif
        }

        [Conditional("DEBUG")]
        private void CheckThread()
        {
#if !NANOFRAMEWORK_1_0
            int thread = _thread;
            if (thread != 0 && thread != Environment.CurrentManagedThreadId)
            {
                throw Throw.WrongThread();
            }
#endif
        }

        /// <summary>What has become of the future that <see cref="BlockOn"/> waits for.</summary>
        private static class Outcome
        {
            internal const int None = 0;
            internal const int Ready = 1;
            internal const int Faulted = 2;
            internal const int Aborted = 3;
            internal const int Taken = 4;
        }
    }
}
