namespace NanoExecutor.Monitoring
{
    /// <summary>What is known of one task: a slot that is given again is another task. Times are µs on the board's clock.</summary>
    internal sealed class TaskTrack
    {
        private readonly Dictionary<TaskTrack, long> _heldUpBy = [];

        internal TaskTrack(int index, int slot, long since)
        {
            Index = index;
            Slot = slot;
            Since = since;
            WaitsSince = since;
        }

        /// <summary>Its place among all tasks of the recording.</summary>
        internal int Index { get; }

        /// <summary>Its slot.</summary>
        internal int Slot { get; }

        /// <summary>Its name as the board gave it; null until it did.</summary>
        internal string GivenName { get; set; }

        /// <summary>Whether the name is that of the task that had the slot before, until the board says otherwise.</summary>
        internal bool IsNameOld { get; set; }

        /// <summary>What to call it.</summary>
        internal string Name => GivenName ?? "slot " + Slot;

        /// <summary>When it was spawned, or first heard of.</summary>
        internal long Since { get; }

        /// <summary>When it ended; null while it goes on.</summary>
        internal long? Ended { get; set; }

        /// <summary>How it ended: completed, aborted, faulted.</summary>
        internal string Ending { get; set; }

        /// <summary>What it threw; null for nothing or not known.</summary>
        internal string Fault { get; set; }

        /// <summary>What it waits for, in the board's words; null if the board did not say.</summary>
        internal string WaitsFor { get; set; }

        /// <summary>When the board said so.</summary>
        internal long WaitsForAt { get; set; }

        /// <summary>The figures that the board itself keeps of it; null if it did not say.</summary>
        internal string Figures { get; set; }

        /// <summary>Since when it is being polled; null while it is not.</summary>
        internal long? PolledSince { get; set; }

        /// <summary>Since when it is awake and waits for its turn; null while it sleeps.</summary>
        internal long? ReadySince { get; set; }

        /// <summary>Since when it sleeps.</summary>
        internal long WaitsSince { get; set; }

        /// <summary>Who woke it last, as <see cref="NanoExecutor.WokenBy"/>; null if nobody did.</summary>
        internal int? WokenBy { get; set; }

        internal long Polls { get; set; }

        internal long Wakes { get; set; }

        /// <summary>µs in polls that have ended.</summary>
        internal long InPolls { get; set; }

        /// <summary>Its longest poll, µs, and when that began.</summary>
        internal long Longest { get; set; }

        internal long LongestAt { get; set; }

        /// <summary>The longest that it was awake before it had its turn, µs, and since when.</summary>
        internal long ReadyWorst { get; set; }

        internal long ReadyWorstAt { get; set; }

        internal long Timers { get; set; }

        internal long LateInAll { get; set; }

        internal long LateWorst { get; set; }

        /// <summary>µs that others were awake and did not have their turn since this one was being polled, in all.</summary>
        internal long HeldOthers { get; set; }

        /// <summary>Which others, while they were polled, kept it from its turn, and for how long, µs.</summary>
        internal IReadOnlyDictionary<TaskTrack, long> HeldUpBy => _heldUpBy;

        /// <summary>The longest poll, with one that is under way.</summary>
        internal long LongestUntil(long now)
        {
            return PolledSince is long since ? Math.Max(Longest, now - since) : Longest;
        }

        /// <summary>µs in polls, with one that is under way.</summary>
        internal long InPollsUntil(long now)
        {
            return PolledSince is long since ? InPolls + now - since : InPolls;
        }

        /// <summary>The longest wait for its turn, with one that is under way.</summary>
        internal long ReadyWorstUntil(long now)
        {
            return ReadySince is long since ? Math.Max(ReadyWorst, now - since) : ReadyWorst;
        }

        /// <summary>Another was polled while this one was awake.</summary>
        internal void WasHeldUp(TaskTrack by, long duration)
        {
            _heldUpBy[by] = _heldUpBy.GetValueOrDefault(by) + duration;
            by.HeldOthers += duration;
        }

        /// <summary>What it is doing now, in words.</summary>
        internal string StateAt(long now)
        {
            if (Ended != null)
            {
                return Ending;
            }

            return PolledSince is long polled ? "polled for " + Words.Span(now - polled)
                : ReadySince is long ready ? "awake for " + Words.Span(now - ready)
                : "asleep for " + Words.Span(now - WaitsSince);
        }
    }
}
