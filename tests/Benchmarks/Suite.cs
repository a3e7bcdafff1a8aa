namespace NanoExecutor.Benchmarks
{
    /// <summary>All that is measured, with the goals.</summary>
    internal sealed class Suite
    {
        /// <summary>Tables it makes.</summary>
        internal const int Parts = 13;

        private const int Tasks = 32;
        private const int MaxSlots = 1024;

        // ns
        private const long Microsecond = 1000;
        private const long Millisecond = 1000 * Microsecond;

        private readonly Effort _effort;
        private readonly Report _report;

        internal Suite(Effort effort, Report report)
        {
            _effort = effort;
            _report = report;
        }

        internal void Run()
        {
            WakeAndPoll();
            Watching();
            AwakeTasks();
            Interrupts();
            Timers();
            Lateness();
            Handovers();
            LinearCode();
            Memory.Measure(_report);
        }

        // Thousandths, or ms for lateness; 0 where there is no goal.
        private static int OnDevice(int host, int chip)
        {
            return !Target.IsDevice ? 0 : Target.IsChip ? chip : host;
        }

        private void WakeAndPoll()
        {
            Contest contest = new Contest("a task wakes another, which is polled");
            Work threads = contest.Add(new ThreadSwitches());
            Work two = contest.Add(new WakeAndPoll(2));
            Work eight = contest.Add(new WakeAndPoll(8));
            Work some = contest.Add(new WakeAndPoll(Tasks));
            Work many = contest.Add(new WakeAndPoll(128));
            Work all = contest.Add(new WakeAndPoll(MaxSlots));
            contest.Compare(two, threads, OnDevice(0, 1500));
            contest.Compare(eight, threads, OnDevice(450, 1500));
            contest.Compare(some, threads, OnDevice(500, 1500));
            contest.Compare(many, threads, 0);
            contest.Compare(all, two, 1250);
            Peers.OfWakes(contest, eight);
            contest.Measure(_effort, _report);
        }

        private void Watching()
        {
            const int Slots = 8;
            Contest contest = new Contest("what it costs to watch an executor");
            Work plain = contest.Add(new WakeAndPoll(Slots));
            Work traced = contest.Add(new WatchedWakeAndPoll(Slots, true, false));
            Work timed = contest.Add(new WatchedWakeAndPoll(Slots, false, true));
            Work both = contest.Add(new WatchedWakeAndPoll(Slots, true, true));
            contest.Compare(traced, plain, OnDevice(1400, 1400));
            contest.Compare(timed, plain, 0);
            contest.Compare(both, plain, 0);
            contest.Measure(_effort, _report);
        }

        private void AwakeTasks()
        {
            Contest contest = new Contest("a step of one of 32 that are all awake");
            Work loop = contest.Add(new Superloop(Tasks));
            Work threads = contest.Add(new ThreadTurns(Tasks));
            Work tasks = contest.Add(new AwakePolls(Tasks));
            contest.Compare(tasks, loop, OnDevice(6000, 3000));
            contest.Compare(tasks, threads, 0);
            contest.Measure(_effort, _report);
        }

        private void Interrupts()
        {
            Contest contest = new Contest("from another thread to one asleep, and back");
            Work thread = contest.Add(new EventToThread());
            Work few = contest.Add(new SourceToPoll(2));
            Work some = contest.Add(new SourceToPoll(Tasks));
            Work all = contest.Add(new SourceToPoll(MaxSlots));
            contest.Compare(few, thread, OnDevice(0, 3000));
            contest.Compare(some, few, OnDevice(0, 1200));
            contest.Compare(all, few, 0);
            contest.Measure(_effort, _report);
        }

        private void Timers()
        {
            Contest contest = new Contest("a turn of a timer");
            Work one = contest.Add(new TimerTurns(1));
            Work eight = contest.Add(new TimerTurns(8));
            Work some = contest.Add(new TimerTurns(64));
            Work many = contest.Add(new TimerTurns(512));
            Work[] timers =
            {
                contest.Add(new TimerCallbacks(1)),
                contest.Add(new TimerCallbacks(8)),
                contest.Add(new TimerCallbacks(64)),
                contest.Add(new TimerCallbacks(512)),
            };
            contest.Add(new Sleeps(1));
            contest.Add(new Sleeps(8));
            contest.Compare(one, timers[0], 0);
            contest.Compare(eight, timers[1], 0);
            contest.Compare(some, timers[2], 0);
            contest.Compare(many, timers[3], 0);
            contest.Compare(some, eight, OnDevice(0, 2000));
            contest.Compare(many, eight, 2000);
            contest.Measure(_effort, _report);
        }

        private void Lateness()
        {
            new LatenessContest(
                "how late, with nothing else to do",
                new DelayWaiting(false),
                new TimerWaiting(false),
                new SleepWaiting(false),
                OnDevice(2, 2),
                Target.IsChip ? 1500 * Microsecond : Millisecond).Measure(_effort, _report);
            new LatenessContest(
                "how late, beside work without pause",
                new DelayWaiting(true),
                new TimerWaiting(true),
                new SleepWaiting(true),
                OnDevice(5, 5),
                Target.IsChip ? 2500 * Microsecond : Millisecond).Measure(_effort, _report);
        }

        private void Handovers()
        {
            Contest channels = new Contest("an item through a queue of 8");
            Work channel = channels.Add(new ChannelHandover());
            channels.Compare(channel, channels.Add(new QueueHandover()), OnDevice(0, 1000));
            Peers.OfChannels(channels, channel);
            channels.Measure(_effort, _report);

            Contest signals = new Contest("a signal set, and its waiter back");
            Work signal = signals.Add(new SignalHandover());
            signals.Compare(signal, signals.Add(new ThreadSwitches()), OnDevice(0, 2700));
            Peers.OfSignals(signals, signal);
            signals.Measure(_effort, _report);

            Contest semaphores = new Contest("a permit released, and its waiter back");
            Work semaphore = semaphores.Add(new SemaphoreHandover());
            semaphores.Compare(semaphore, semaphores.Add(new ThreadSwitches()), OnDevice(0, 3000));
            Peers.OfSemaphores(semaphores, semaphore);
            semaphores.Measure(_effort, _report);

            Contest mutexes = new Contest("a turn with what only one may have, the other in line");
            Work mutex = mutexes.Add(new MutexHandover());
            mutexes.Compare(mutex, mutexes.Add(new LockHandover()), OnDevice(0, 3000));
            Peers.OfMutexes(mutexes, mutex);
            mutexes.Measure(_effort, _report);
        }

        private void LinearCode()
        {
            Contest contest = new Contest("a poll of a task that awaits one thing after another");
            Work linear = contest.Add(new Polls("[Linear] routine", new LinearMean()));
            Work byHand = contest.Add(new Polls("the same by hand, a switch", new SwitchedMean()));
            contest.Compare(linear, byHand, 1250);
            contest.Measure(_effort, _report);
        }
    }
}
