using System.Text;

namespace NanoExecutor.Monitoring
{
    /// <summary>What there is to say of a recording as plain text: for an output that is no terminal, and at the end.</summary>
    internal static class Summary
    {
        private const int MaxWaits = 60;

        private static readonly string[] _head =
            ["task", "slot", "state", "load", "polls", "wakes", "longest poll", "waited", "late"];

        /// <summary>How much came through, and how much did not, in a line.</summary>
        internal static string Frames(FrameReader reader, Recording recording)
        {
            StringBuilder text = new();
            text.Append("frames ").Append(Words.Count(reader.Frames)).Append(", lost ").Append(Words.Count(reader.Lost));
            Append(text, reader.Garbled, "garbled");
            Append(text, reader.Repeated, "repeated");
            Append(text, recording.Implausible, "with an impossible time");
            Append(text, recording.Resets, recording.Resets == 1 ? "reset" : "resets");
            return text.Append("; records overwritten on the board ").Append(Words.Count(recording.Overwritten)).ToString();
        }

        /// <summary>The executor, in a line.</summary>
        internal static string Executor(Recording recording)
        {
            string slots = recording.Capacity > 0 ? Words.Text($" of {recording.Capacity}") : string.Empty;
            long fired = recording.Tasks.Sum(t => t.Timers);
            long late = recording.Tasks.Sum(t => t.LateInAll);
            return Words.Text($"{recording.Program ?? "a board"}, {Words.Span(recording.Length)}: ")
                + Words.Text($"asleep {Words.Percent(recording.Asleep, recording.Length)}, ")
                + Words.Text($"tasks at most {recording.MostAlive}{slots}, faults {recording.Faults}, ")
                + Words.Text($"timers fired {Words.Count(fired)}, late in the mean {Words.Span(fired == 0 ? 0 : late / fired)}");
        }

        /// <summary>All of it, in lines.</summary>
        internal static IEnumerable<string> Lines(FrameReader reader, Recording recording)
        {
            yield return Executor(recording);
            yield return Frames(reader, recording);
            List<string[]> rows = [_head];
            rows.AddRange(recording.InOrder().Select(t => Row(t, recording)));
            int[] widths = [.. Enumerable.Range(0, _head.Length).Select(i => rows.Max(r => r[i].Length))];
            foreach (string[] row in rows)
            {
                yield return string.Join("  ", row.Select((cell, i) => IsWord(i) ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i])))
                    .TrimEnd();
            }

            foreach (TaskTrack task in recording.InOrder().Where(t => t.Ended == null && t.WaitsFor != null))
            {
                string waits = task.WaitsFor.Length > MaxWaits ? task.WaitsFor[..MaxWaits] + "..." : task.WaitsFor;
                yield return task.Name + " waits for " + waits;
            }
        }

        private static string[] Row(TaskTrack task, Recording recording)
        {
            long now = recording.Now;
            return
            [
                task.Name,
                Words.Text($"{task.Slot}"),
                task.StateAt(now),
                Words.Percent(task.InPollsUntil(now), recording.Length),
                Words.Count(task.Polls),
                Words.Count(task.Wakes),
                Words.Span(task.LongestUntil(now)),
                Words.Span(task.ReadyWorstUntil(now)),
                Words.Span(task.LateWorst),
            ];
        }

        private static bool IsWord(int column)
        {
            return column is 0 or 2;
        }

        private static void Append(StringBuilder text, long number, string what)
        {
            if (number > 0)
            {
                text.Append(", ").Append(Words.Count(number)).Append(' ').Append(what);
            }
        }
    }
}
