using System;

namespace NanoExecutor
{
    /// <summary>
    /// Runs tasks in a fixed table of slots, on one thread, and sleeps when all of them sleep. It allocates nothing
    /// once it runs.
    /// </summary>
    /// <remarks>
    /// <para>
    /// What it promises: a task is polled only when it was woken; no wake is lost, whichever thread or interrupt it
    /// comes from and whenever (<see cref="WakeProtocol"/> has the argument); tasks that are awake run in the order of
    /// their wakes, so that none can starve another; the cost of a wake and a poll does not grow with the tasks that
    /// sleep; with nothing to do its thread is parked until an interrupt, another thread or the alarm for the nearest
    /// deadline wakes it.
    /// </para>
    /// <para>
    /// It is cooperative: a poll runs to its end. What other tasks wait for then waits as long as the longest poll.
    /// </para>
    /// <para>
    /// Members are for the thread that runs the executor, or for the thread that will, before it does.
    /// <see cref="Stop"/> and <see cref="State"/> are for any thread. Any number of executors may run, each on its own
    /// thread with its own alarm and parker; a wake may cross between them.
    /// </para>
    /// </remarks>
    public sealed partial class Executor
    {
        private const int MostTimers = short.MaxValue;

        private readonly WakeProtocol _protocol;
        private readonly TaskTable _tasks;
        private readonly TimerQueue _timers;
        private readonly Clock _clock;
        private readonly Alarm _alarm;
        private readonly Parker _parker;
        private bool _closed;

        /// <summary>Makes an executor with as many timers as slots. All it will ever need is allocated here.</summary>
        /// <param name="capacity">Task slots, 1 to 1024; about 100 bytes each on nanoCLR.</param>
        /// <param name="clock">The time. Executors may share one.</param>
        /// <param name="alarm">Ends the park when a deadline comes. Its own.</param>
        /// <param name="parker">Puts the thread to sleep. Its own.</param>
        /// <exception cref="ArgumentOutOfRangeException">The capacity is not 1 to 1024.</exception>
        /// <exception cref="ArgumentNullException">The clock, alarm or parker is null.</exception>
        /// <exception cref="InvalidOperationException">The alarm or parker belongs to another executor.</exception>
        public Executor(int capacity, Clock clock, Alarm alarm, Parker parker)
            : this(capacity, capacity, clock, alarm, parker)
        {
        }

        /// <summary>Makes an executor. All it will ever need is allocated here.</summary>
        /// <param name="capacity">Task slots, 1 to 1024; about 100 bytes each on nanoCLR.</param>
        /// <param name="timers">Deadlines that may be pending at once, 1 to 32,767; 22 bytes each on nanoCLR.</param>
        /// <param name="clock">The time. Executors may share one.</param>
        /// <param name="alarm">Ends the park when a deadline comes. Its own.</param>
        /// <param name="parker">Puts the thread to sleep. Its own.</param>
        /// <exception cref="ArgumentOutOfRangeException">The capacity or the timers are out of range.</exception>
        /// <exception cref="ArgumentNullException">The clock, alarm or parker is null.</exception>
        /// <exception cref="InvalidOperationException">The alarm or parker belongs to another executor.</exception>
        public Executor(int capacity, int timers, Clock clock, Alarm alarm, Parker parker)
        {
            if (capacity < 1 || capacity > TaskTable.MostSlots)
            {
                throw Throw.Capacity("capacity", capacity, TaskTable.MostSlots);
            }

            if (timers < 1 || timers > MostTimers)
            {
                throw Throw.Capacity("timers", timers, MostTimers);
            }

            if (clock == null)
            {
                throw Throw.NullMachine("clock");
            }

            if (alarm == null)
            {
                throw Throw.NullMachine("alarm");
            }

            if (parker == null)
            {
                throw Throw.NullMachine("parker");
            }

            if (alarm.Owner != null)
            {
                throw Throw.InUse("alarm");
            }

            if (parker.Owner != null)
            {
                throw Throw.InUse("parker");
            }

            _clock = clock;
            _alarm = alarm;
            _parker = parker;
            alarm.Owner = this;
            parker.Owner = this;
            _timers = new TimerQueue(this, timers);
            _protocol = new WakeProtocol(this, capacity, parker);
            _tasks = _protocol.Tasks;
        }

        /// <summary>Hears of every task that throws; null for nobody.</summary>
        public FaultHook OnFault { get; set; }

        /// <summary>Task slots.</summary>
        public int Capacity => _tasks.Capacity;

        /// <summary>Tasks that have not finished and have not thrown.</summary>
        public int Live => _tasks.Live;

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
        public long SpuriousPolls { get; private set; }

        /// <summary>The timer queue, for the futures of the library.</summary>
        internal TimerQueue Timers => _timers;

        /// <summary>Makes a future a task, which is awake. Allocates nothing.</summary>
        /// <param name="future">
        /// Not a task of any executor. It keeps its slot until it is ready, throws or is aborted.
        /// </param>
        /// <returns>The handle of the task, which names it alone even after its slot was given to another.</returns>
        /// <exception cref="ArgumentNullException">The future is null.</exception>
        /// <exception cref="InvalidOperationException">
        /// All slots are taken, or the future is a task already.
        /// </exception>
        /// <exception cref="ObjectDisposedException">The executor is closed.</exception>
        public long Spawn(Future future)
        {
            long handle;
            if (!TrySpawn(future, out handle))
            {
                throw Throw.TableFull(Capacity);
            }

            return handle;
        }

        /// <summary>Makes a future a task unless all slots are taken. Allocates nothing.</summary>
        /// <param name="future">Not a task of any executor.</param>
        /// <param name="handle">The handle of the task; 0 if there was no slot.</param>
        /// <returns>Whether there was a slot.</returns>
        /// <exception cref="ArgumentNullException">The future is null.</exception>
        /// <exception cref="InvalidOperationException">The future is a task already.</exception>
        /// <exception cref="ObjectDisposedException">The executor is closed.</exception>
        public bool TrySpawn(Future future, out long handle)
        {
            handle = 0;
            if (_closed)
            {
                throw Throw.ExecutorClosed();
            }

            if (future == null)
            {
                throw Throw.NullFuture();
            }

            if (future.Home != null)
            {
                throw Throw.AlreadySpawned(future.Home.Slot);
            }

            int slot = _tasks.Put(future);
            if (slot == TaskTable.NoSlot)
            {
                return false;
            }

            handle = _tasks.HandleOf(slot);
            _tasks.Wakers[slot].Wake();
            return true;
        }

        /// <summary>
        /// Ends a task: gives its slot free and cancels its future, which loses what <see cref="Future.Cancel"/> says
        /// there.
        /// </summary>
        /// <param name="handle">
        /// From <see cref="Spawn"/>. One whose task has ended names nothing, whoever has the slot now.
        /// </param>
        /// <returns>Whether the handle named a task.</returns>
        /// <exception cref="InvalidOperationException">The task is the one being polled.</exception>
        public bool Abort(long handle)
        {
            Future future = Remove(handle);
            if (future == null)
            {
                return false;
            }

            future.Cancel();
            return true;
        }

        /// <summary>
        /// Takes a pending task out, with all it has done so far, to be given to another executor or spawned here
        /// again.
        /// </summary>
        /// <param name="handle">From <see cref="Spawn"/>.</param>
        /// <returns>The future, still pending; null if the handle names no task.</returns>
        /// <exception cref="InvalidOperationException">The task is the one being polled.</exception>
        public Future Take(long handle)
        {
            Future future = Remove(handle);
            if (future != null)
            {
                future.Detach();
            }

            return future;
        }

        /// <summary>Puts the future of a task that threw back to work. It must be fit for another poll.</summary>
        /// <param name="handle">From <see cref="Spawn"/>.</param>
        /// <exception cref="InvalidOperationException">The handle names no faulted task.</exception>
        public void Restart(long handle)
        {
            if (ExceptionOf(handle) == null)
            {
                throw Throw.NotFaulted(handle);
            }

            int slot = _tasks.SlotOf(handle);
            _tasks.Restart(slot);
            _tasks.Wakers[slot].Wake();
        }

        /// <summary>What the task threw; null if it did not throw or has ended.</summary>
        public Exception ExceptionOf(long handle)
        {
            int slot = _tasks.SlotOf(handle);
            return slot == TaskTable.NoSlot ? null : _tasks.ExceptionAt(slot);
        }

        /// <summary>How often the task was polled; 0 if it has ended.</summary>
        public int PollsOf(long handle)
        {
            int slot = _tasks.SlotOf(handle);
            return slot == TaskTable.NoSlot ? 0 : _tasks.Polls[slot];
        }

        /// <summary>Whether the handle names a live task that waits for a wake.</summary>
        public bool IsAsleep(long handle)
        {
            int slot = _tasks.SlotOf(handle);
            return slot != TaskTable.NoSlot && _tasks.IsAsleep(slot);
        }

        /// <summary>Whether the handle names a task that has not finished, live or faulted.</summary>
        public bool IsTask(long handle)
        {
            return _tasks.SlotOf(handle) != TaskTable.NoSlot;
        }

        /// <summary>Counts a poll that found nothing to do. Futures call it.</summary>
        internal void CountSpurious()
        {
            SpuriousPolls++;
        }

        private Future Remove(long handle)
        {
            int slot = _tasks.SlotOf(handle);
            if (slot == TaskTable.NoSlot)
            {
                return null;
            }

            if (slot == _tasks.Polling)
            {
                throw Throw.OwnTask(slot);
            }

            return _tasks.Finish(slot);
        }
    }
}
