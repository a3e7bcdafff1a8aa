using System;

namespace NanoExecutor
{
    /// <summary>
    /// Says what an executor and each of its tasks are doing: who is being polled, who waits for what and since when, who throws,
    /// who takes all the time, and which tasks wait for each other. For a key, a watchdog, a fault.
    /// </summary>
    /// <remarks>
    /// <code>
    ///     Dump dump = new Dump(executor, new LineWriter(sink, 160));   // made with the rest, before Run
    ///     …
    ///     dump.Write();                                                // from a task, a hook or another thread
    /// </code>
    /// <para>
    /// Written by a task or a hook of the executor it is exact. A watchdog on another thread may write it when the executor
    /// does not come back from a poll: nothing moves then. While the executor runs, lines of another thread may be out of date.
    /// </para>
    /// <para>
    /// It allocates nothing, but the name of the type of a task without a name and of a future of the program that does not describe
    /// itself, or of a routine inside another: some 60 bytes each on nanoCLR. With a full heap, where a call may find no memory for its frame, it
    /// writes what it can and says so.
    /// </para>
    /// </remarks>
    public sealed class Dump
    {
        private const int None = -1;

        private readonly Executor _executor;
        private readonly LineWriter _text;
        private readonly Description _description;

        // The slot whose task has what that of a slot waits for; None for none.
        private readonly int[] _holders;

        /// <summary>Makes a dump. Allocates some 1.3 KB for the words and 4 bytes for each slot: before Run.</summary>
        /// <param name="executor">Of whom.</param>
        /// <param name="text">Where to; lines of some 150 characters.</param>
        /// <exception cref="ArgumentNullException">An argument is null.</exception>
        public Dump(Executor executor, LineWriter text)
        {
            if (executor == null)
            {
                throw Throw.Null("executor", "A dump");
            }

            if (text == null)
            {
                throw Throw.Null("text", "A dump");
            }

            _executor = executor;
            _text = text;
            _description = new Description(text) { LooksIntoFields = true };
            _holders = new int[executor.Capacity];
        }

        /// <summary>
        /// Writes a line for the executor, some with figures if it takes <see cref="Executor.Timing"/>, one for each task, and
        /// one for each circle of tasks that wait for each other's locks.
        /// </summary>
        public void Write()
        {
            try
            {
                WriteExecutor();
                for (int slot = 0; slot < _holders.Length; slot++)
                {
                    _holders[slot] = None;
                    if (_executor.HasTask(slot))
                    {
                        WriteTask(slot);
                    }
                }

                WriteCircles();
            }
            catch (OutOfMemoryException)
            {
                _description.Add(Words.NoMemory);
                _text.End();
            }
        }

        private void WriteExecutor()
        {
            Executor executor = _executor;
            Figures figures = executor.Figures;
            long now = executor.ReadClock();
            _text.Begin(now).AddCharacter(' ');
            _description.Add(Words.Executor).Number(executor.TaskCount + executor.Faulted).Add(Words.Of).Number(executor.Capacity)
                .Add(Words.Slots).Number(executor.Tasks.HighWater).Add(Words.MostSlots).Number(executor.Faulted);
            if (figures != null && now > figures.Began)
            {
                _description.Add(Words.Asleep);
                _text.AddHundredths(executor.TimeAsleep * 10000 / (now - figures.Began));
                _description.Add(Words.Percent);
            }

            _description.Add(Words.Polls).Number(executor.Polls).Add(Words.Spurious).Number(executor.SpuriousPolls)
                .Add(Words.LostHints).Number(executor.Protocol.LostHints);
            _text.End();
            if (figures == null)
            {
                return;
            }

            _text.Begin(now).AddCharacter(' ');
            _description.Add(Words.Timers).Number(executor.Timers.Count).Add(Words.Worst).Number(figures.Latest).Add(Words.Mean)
                .Number(figures.Fired == 0 ? 0 : figures.LateInAll / figures.Fired).Add(Words.Micros);
            _text.End();
            if (figures.InPolls > 0)
            {
                WriteBusiest(figures, now);
            }
        }

        private void WriteBusiest(Figures figures, long now)
        {
            int busiest = None;
            for (int slot = 0; slot < _holders.Length; slot++)
            {
                if (_executor.HasTask(slot) && (busiest == None || TimeOf(figures, slot, now) > TimeOf(figures, busiest, now)))
                {
                    busiest = slot;
                }
            }

            if (busiest != None)
            {
                long time = TimeOf(figures, busiest, now);
                long all = figures.InPolls + time - figures.Total[busiest];
                _text.Begin(now).AddCharacter(' ');
                _description.Add(Words.Busiest);
                _text.Add(_executor.NameAt(busiest));
                _description.Add(Words.Share);
                _text.AddHundredths(all == 0 ? 0 : time * 10000 / all);
                _description.Add(Words.OfPolls).Number(figures.Longest[busiest]).Add(Words.Micros);
                _text.End();
            }
        }

        // µs in polls, with the poll under way.
        private long TimeOf(Figures figures, int slot, long now)
        {
            TaskWaker polling = _executor.Tasks.Polling;
            return polling != null && polling.Slot == slot
                ? figures.Total[slot] + now - figures.PolledSince : figures.Total[slot];
        }

        private void WriteTask(int slot)
        {
            TaskTable tasks = _executor.Tasks;
            TaskWaker task = tasks.Wakers[slot];
            Future future = tasks.FutureAt(task);
            Exception thrown = tasks.ExceptionAt(task);
            Figures figures = _executor.Figures;
            long now = _executor.ReadClock();
            _description.Begin(task);
            _text.Begin(now).AddCharacter(' ');
            _description.Add(Words.Slot).Number(slot);
            string name = tasks.NameAt(slot);
            if (name != null)
            {
                _text.AddCharacter(' ').Add(name);
            }

            _description.Add(Words.Colon);
            if (thrown != null)
            {
                _description.Add(Words.Faulted);
                _text.Add(thrown.Message).End();
                return;
            }

            bool polled = task == tasks.Polling;
            _description.Add(polled ? Words.Polled : task.IsSet ? Words.Awake : Words.Sleeps);
            if (figures != null)
            {
                _description.Add(Words.For);
                _text.AddTime(now - (polled ? figures.PolledSince : figures.Since[slot]));
                _description.Add(Words.Seconds);
                WriteWaker(figures.WokenBy[slot]);
            }

            _description.Add(Words.Polls).Number(task.Polls);
            if (figures != null && figures.Spurious[slot] > 0)
            {
                _description.Add(Words.Spurious).Number(figures.Spurious[slot]);
            }

            if (figures != null && figures.Longest[slot] > 0)
            {
                _description.Add(Words.LongestPoll).Number(figures.Longest[slot]).Add(Words.Micros);
            }

            if (figures != null && figures.Misses[slot] > 0)
            {
                _description.Add(Words.Misses).Number(figures.Misses[slot]);
            }

            // What is being polled waits for nothing.
            if (!polled)
            {
                _description.Child(future);
            }

            _holders[slot] = _description.Holder == null ? None : _description.Holder.Slot;
            _text.End();
        }

        private void WriteWaker(int by)
        {
            if (by == WokenBy.Timer)
            {
                _description.Add(Words.ByTimer);
            }
            else if (by >= WokenBy.Source)
            {
                _description.Add(Words.BySource).Number(by - WokenBy.Source);
            }
            else if (by >= 0 && _executor.HasTask(by))
            {
                _description.Add(Words.ByTask);
                _text.Add(_executor.NameAt(by));
            }
        }

        private void WriteCircles()
        {
            for (int slot = 0; slot < _holders.Length; slot++)
            {
                int at = _holders[slot];
                for (int steps = 0; at > slot && steps < _holders.Length; steps++)
                {
                    at = _holders[at];
                }

                // Each circle once, from its lowest slot.
                if (at == slot && at != None)
                {
                    _text.Begin(_executor.ReadClock()).AddCharacter(' ');
                    _description.Add(Words.Deadlock);
                    do
                    {
                        _text.Add(_executor.NameAt(at));
                        _description.Add(Words.WaitsFor);
                        at = _holders[at];
                    }
                    while (at != slot);

                    _text.Add(_executor.NameAt(slot)).End();
                }
            }
        }
    }
}
