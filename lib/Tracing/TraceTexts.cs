namespace NanoExecutor
{
    /// <summary>The texts that a stream says of the program and its tasks, besides records.</summary>
    internal static class TraceTexts
    {
        /// <summary>What is said of a task: its name, what it waits for, its figures.</summary>
        internal const int KindsPerTask = 3;

        private const int Name = 0;
        private const int Waits = 1;

        private static readonly byte[] _slots = LineWriter.Word("slots=");
        private static readonly byte[] _name = LineWriter.Word(" name=");

        internal static char KindOf(int kind)
        {
            return kind == Name ? 'T' : kind == Waits ? 'W' : 'F';
        }

        internal static void AboutProgram(LineWriter text, int slots, string name)
        {
            text.Add(_slots).Add(slots);
            if (name != null)
            {
                text.Add(_name).Add(name);
            }
        }

        /// <summary>True if there is something to say.</summary>
        internal static bool AboutTask(Description to, Executor executor, int slot, int kind, bool names)
        {
            TaskTable tasks = executor.Tasks;
            TaskWaker task = tasks.Wakers[slot];
            if (kind == Name)
            {
                if (names)
                {
                    to.Text.Add(executor.NameAt(slot));
                }

                return names;
            }

            to.Begin(task);
            if (kind == Waits)
            {
                tasks.FutureAt(task).Describe(to);
                return true;
            }

            Figures figures = executor.Figures;
            to.Add(Words.PollsIs).Number(task.Polls).Add(Words.WakesIs).Number(figures.Wakes[slot]).Add(Words.SpuriousIs)
                .Number(figures.Spurious[slot]).Add(Words.LongestIs).Number(figures.Longest[slot]).Add(Words.MissesIs)
                .Number(figures.Misses[slot]);
            return true;
        }
    }
}
