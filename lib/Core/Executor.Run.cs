using System;

namespace NanoExecutor
{
    // The ways into the loop and out of it.
    public sealed partial class Executor
    {
        private bool _inRun;
        private bool _stopped;

        /// <summary>Runs before each park; null for nothing.</summary>
        public IdleHook OnIdle { get; set; }

        /// <summary>µs spent parked so far.</summary>
        public long TimeAsleep => _timeAsleep;

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

                return _protocol.IsNeeded ? ExecutorState.NeedRun : ExecutorState.Idle;
            }
        }

        /// <summary>
        /// Runs the tasks until <see cref="Stop"/>, or until the last one has ended: with no task left nothing could
        /// wake it. Parks the calling thread while all tasks sleep.
        /// </summary>
        /// <exception cref="InvalidOperationException">A task or another thread runs it already.</exception>
        /// <exception cref="ObjectDisposedException">The executor is closed.</exception>
        [Blocks("parks while all tasks sleep")]
        public void Run()
        {
            Enter();
            _inRun = true;
            try
            {
                bool busy = true;
                while (_tasks.Live > 0 && !StopTaken())
                {
                    if (!busy)
                    {
                        Idle();
                    }

                    busy = Step();
                }
            }
            finally
            {
                Leave();
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
            _inRun = true;
            try
            {
                while (!StopTaken() && Step())
                {
                }
            }
            finally
            {
                Leave();
            }

            return _timers.Next;
        }

        /// <summary>
        /// Makes a future a task and runs all tasks until it is ready. Takes one slot for that time. The others stay
        /// where they are and go on with the next run.
        /// </summary>
        /// <param name="future">Not a task of any executor.</param>
        /// <returns>
        /// True when it is ready; false when <see cref="Stop"/> came first: it is still pending then, and may be given
        /// to this or another executor.
        /// </returns>
        /// <exception cref="ArgumentNullException">The future is null.</exception>
        /// <exception cref="InvalidOperationException">
        /// All slots are taken, the future is a task already, or a task or another thread runs the executor. What the
        /// future itself throws comes out of here as it is.
        /// </exception>
        /// <exception cref="ObjectDisposedException">The executor is closed.</exception>
        [Blocks("parks while all tasks sleep")]
        public bool BlockOn(Future future)
        {
            Enter();
            _inRun = true;
            try
            {
                long handle = Spawn(future);
                bool busy = true;
                while (IsTask(handle))
                {
                    Exception exception = ExceptionOf(handle);
                    if (exception != null)
                    {
                        Remove(handle);
                        throw Throw.Again(exception);
                    }

                    if (StopTaken())
                    {
                        Take(handle);
                        return false;
                    }

                    if (!busy)
                    {
                        Idle();
                    }

                    busy = Step();
                }

                return true;
            }
            finally
            {
                Leave();
            }
        }

        /// <summary>
        /// Ends the run after the polls under way, or the next run at its start if none is. Tasks stay as they are; a
        /// later run goes on with them. Any thread, task or interrupt; allocates nothing.
        /// </summary>
        public void Stop()
        {
            _protocol.RequestStop();
        }

        /// <summary>
        /// Aborts all tasks and gives the alarm and the parker free for another executor. For good; a second call does
        /// nothing.
        /// </summary>
        /// <exception cref="InvalidOperationException">It is running.</exception>
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

            try
            {
                for (int slot = 0; slot < _tasks.HighWater; slot++)
                {
                    if (!_tasks.IsVacant(slot))
                    {
                        Abort(_tasks.HandleOf(slot));
                    }
                }

                _closed = true;
                _alarm.Disarm();
                _alarm.Owner = null;
                _parker.Owner = null;
            }
            finally
            {
                _protocol.Leave();
            }
        }

        /// <summary>
        /// Reads the clock for a future. The loop keeps its own readings (<see cref="Look"/>), by which it sees how
        /// long the polls between two of them took.
        /// </summary>
        internal long ReadClock()
        {
            return _clock.Now;
        }

        /// <summary>The first reading of the clock at which a duration has passed for certain, µs.</summary>
        /// <param name="duration">µs, more than 0. A coarse clock may have shown this time for a step already.</param>
        internal long DeadlineAfter(long duration)
        {
            return ReadClock() + duration + _clock.Resolution - 1;
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

        /// <summary>Ends the park, or the next one, for the alarm.</summary>
        internal void Kick()
        {
            _protocol.Kick();
        }

        // nanoCLR takes a call that stands directly before a try to be inside it: what Enter throws would run the finally that
        // lets the next caller in. Each caller has a store between the two.
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
            Look();
            _gaveWayAt = _now;
        }

        private void Leave()
        {
            if (_alarmArmed)
            {
                _alarmArmed = false;
                _alarm.Disarm();
            }

            _inRun = false;
            _protocol.Leave();
        }

        private bool StopTaken()
        {
            if (!_protocol.StopRequested)
            {
                return false;
            }

            _protocol.StopRequested = false;
            _stopped = true;
            return true;
        }
    }
}
