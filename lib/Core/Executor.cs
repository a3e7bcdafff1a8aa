using System;

namespace NanoExecutor
{
    /// <summary>What an <see cref="Executor"/> is doing.</summary>
    public enum ExecutorState
    {
        /// <summary>Nothing to run: parked, or not in Run and every task asleep.</summary>
        Idle = 0,

        /// <summary>A wake has come that no poll has answered yet, and the executor is not running.</summary>
        NeedRun = 1,

        /// <summary>Inside Run and not parked.</summary>
        Running = 2,

        /// <summary>Stopped or closed. Run starts a stopped one again.</summary>
        Stopped = 3,
    }

    /// <summary>
    /// Runs before an executor parks, on its thread. It must not block; if it wakes a task, the executor does not park.
    /// </summary>
    /// <param name="executor">The executor that is about to park.</param>
    public delegate void IdleHook(Executor executor);

    /// <summary>
    /// Runs tasks in a fixed table of slots, on one thread, and sleeps when all of them sleep. It allocates nothing
    /// once it runs.
    /// </summary>
    /// <remarks>
    /// <para>
    /// What it promises: a task is polled only when it was woken; no wake is lost, whichever thread or interrupt it
    /// comes from and whenever (<see cref="WakeProtocol"/> has the argument); tasks that are awake run in the order of
    /// their wakes, so that none can starve another; the cost of a wake and a poll does not grow with the tasks that
    /// sleep; with nothing to do its thread is parked until an interrupt, another thread or the nearest deadline wakes it.
    /// </para>
    /// <para>
    /// It is cooperative: a poll runs to its end. What other tasks wait for then waits as long as the longest poll.
    /// </para>
    /// <para>
    /// Members are for the thread that runs the executor, or for the thread that will, before it does; a debug build for
    /// the desktop checks that. <see cref="Stop"/> and <see cref="State"/> are for any thread. Any number of executors may
    /// run, each on its own thread; a wake may cross between them.
    /// </para>
    /// </remarks>
    public sealed partial class Executor
    {
        private readonly WakeProtocol _protocol;
        private readonly TaskTable _tasks;
        private readonly TimerQueue _timers;
        private readonly Machine _machine;
        private readonly Clock _clock;
        private readonly Parker _parker;
        private bool _closed;
        private long _spuriousPolls;

        /// <summary>Makes an executor. All it will ever need is allocated here.</summary>
        /// <param name="capacity">Task slots, 1 to 1024; about 100 bytes each on nanoCLR.</param>
        /// <param name="machine">What it runs on. Executors may share one.</param>
        /// <exception cref="ArgumentOutOfRangeException">The capacity is not 1 to 1024.</exception>
        /// <exception cref="ArgumentNullException">The machine is null.</exception>
        public Executor(int capacity, Machine machine)
        {
            if (capacity < 1 || capacity > TaskTable.MaxSlots)
            {
                throw Throw.Capacity("capacity", capacity, TaskTable.MaxSlots);
            }

            if (machine == null)
            {
                throw Throw.Null("machine", "An executor");
            }

            _machine = machine;
            _clock = machine.Clock;
            _coarseError = _clock.CoarseError;
            _parker = machine.ParkerFor();
            _parker.Owner = this;
            _timers = new TimerQueue(this);
            _protocol = new WakeProtocol(this, capacity, _parker);
            _tasks = new TaskTable(capacity, _protocol);
            _record = new FaultedFuture();
            _reserve = new byte[machine.MemoryReserve];
        }

        /// <summary>The machine it runs on.</summary>
        public Machine Machine => _machine;

        /// <summary>What puts its thread to sleep, with the thresholds of the machine. Before it runs.</summary>
        public Parker Parker => _parker;

        /// <summary>Task slots.</summary>
        public int Capacity => _tasks.Capacity;

        /// <summary>Tasks that have not finished and have not thrown.</summary>
        public int TaskCount => _tasks.Live;

        /// <summary>Live tasks that wait for a wake. Looks at every slot.</summary>
        public int Asleep => _tasks.Asleep;

        /// <summary>Tasks that threw, whose slots keep the exception until <see cref="Abort"/>.</summary>
        public int Faulted => _tasks.Faulted;

        /// <summary>Polls of all tasks so far. Looks at every slot.</summary>
        public long Polls => _tasks.AllPolls;

        /// <summary>
        /// Wakes so far that found their task asleep; one that comes while the task is awake merges with the one
        /// before.
        /// </summary>
        public long Wakes => _protocol.Wakes;

        /// <summary>
        /// Polls so far that found nothing to do: the future was polled again before what it waits for had come.
        /// </summary>
        public long SpuriousPolls => _spuriousPolls;

        /// <summary>What it shares with wakes, for the tests.</summary>
        internal WakeProtocol Protocol => _protocol;

        /// <summary>Its slots, for the tests.</summary>
        internal TaskTable Tasks => _tasks;

        /// <summary>The timer queue, for the futures of the library.</summary>
        internal TimerQueue Timers => _timers;

        /// <summary>
        /// Ends a task: gives its slot free and cancels its future, which loses what <see cref="Future.Cancel"/> says
        /// there; locks that it holds and places in line go to the next. The slot is free whatever the cancelling throws.
        /// </summary>
        /// <param name="handle">
        /// From <see cref="Spawn(Future)"/>. One whose task has ended names nothing, whoever has the slot now.
        /// </param>
        /// <returns>Whether the handle named a task.</returns>
        /// <exception cref="InvalidOperationException">The task is the one being polled.</exception>
        /// <remarks>
        /// What cancelling throws is the fault of the task that was aborted: inside a run it is reported as such
        /// (<see cref="OnFault"/>), as the task that aborts has done nothing wrong; outside it comes out of here.
        /// </remarks>
        public bool Abort(long handle)
        {
            CheckThread();
            bool faulted = ExceptionOf(handle) != null;
            TaskWaker task = _tasks.Find(handle);
            Future future = Remove(handle, Outcome.Aborted);
            if (future == null)
            {
                return false;
            }

            // One that threw was cancelled then.
            if (!faulted)
            {
                TaskWaker outer = _cancelling;
                try
                {
                    _cancelling = task;
                    future.Cancel();
                    _cancelling = outer;
                }
                catch (Exception exception)
                {
                    _cancelling = outer;
                    ReleaseWhat(task, future);
                    if (!_inRun)
                    {
                        throw Throw.Again(exception);
                    }

                    Report(handle, future, exception);
                    return true;
                }

                ReleaseWhat(task, future);
            }

            return true;
        }

        /// <summary>
        /// Takes a pending task out, with all it has done so far, to be given to another executor or spawned here
        /// again.
        /// </summary>
        /// <param name="handle">From <see cref="Spawn(Future)"/>.</param>
        /// <returns>The future, still pending; null if the handle names no task.</returns>
        /// <exception cref="InvalidOperationException">The task is the one being polled.</exception>
        public Future Detach(long handle)
        {
            CheckThread();
            Future future = Remove(handle, Outcome.Taken);
            if (future != null)
            {
                future.Detach();
            }

            return future;
        }

        /// <summary>
        /// Puts the future of a task that threw back to work. It was cancelled when it threw, and must be fit for another
        /// poll.
        /// </summary>
        /// <param name="handle">From <see cref="Spawn(Future)"/>.</param>
        /// <exception cref="InvalidOperationException">The handle names no faulted task.</exception>
        public void Restart(long handle)
        {
            CheckThread();
            if (ExceptionOf(handle) == null)
            {
                throw Throw.NotFaulted(handle);
            }

            TaskWaker waker = _tasks.Find(handle);
            _tasks.Restart(waker);
            if (waker == _tasks.Awaited)
            {
                _outcome = Outcome.None;
            }

            waker.Wake();
        }

        /// <summary>What the task threw; null if it did not throw or has ended.</summary>
        public Exception ExceptionOf(long handle)
        {
            TaskWaker waker = _tasks.Find(handle);
            return waker == null ? null : _tasks.ExceptionAt(waker);
        }

        /// <summary>How often the task was polled; 0 if it has ended.</summary>
        public long PollsOf(long handle)
        {
            TaskWaker waker = _tasks.Find(handle);
            return waker == null ? 0 : waker.Polls;
        }

        /// <summary>Whether the handle names a live task that waits for a wake.</summary>
        public bool IsAsleep(long handle)
        {
            TaskWaker waker = _tasks.Find(handle);
            return waker != null && _tasks.IsAsleep(waker);
        }

        /// <summary>Whether the handle names a task that has not finished, live or faulted.</summary>
        public bool IsAlive(long handle)
        {
            return _tasks.Find(handle) != null;
        }

        /// <summary>Counts a poll that found nothing to do. Futures call it.</summary>
        internal void CountSpurious()
        {
            _spuriousPolls++;
        }

        private static Exception CancelQuietly(Future future)
        {
            try
            {
                future.Cancel();
                return null;
            }
            catch (Exception exception)
            {
                return exception;
            }
        }

        private Future Remove(long handle, int outcome)
        {
            TaskWaker waker = _tasks.Find(handle);
            if (waker == null)
            {
                return null;
            }

            if (waker == _tasks.Polling)
            {
                throw Throw.OwnTask(waker.Slot);
            }

            if (waker == _tasks.Awaited && _outcome == Outcome.None)
            {
                _outcome = outcome;
            }

            if (_figures != null)
            {
                _figures.NoteEnd(waker.Slot, 1);
            }

            return _tasks.Finish(waker);
        }
    }
}
