using System;

namespace NanoExecutor.Benchmarks
{
    /// <summary>Prints the lines as they come, as a table in Markdown, and keeps them.</summary>
    internal sealed class Report
    {
        private const int MaxLines = 256;

        /// <summary>Lines so far; where a section begins there is a title in <see cref="Titles"/>.</summary>
        internal readonly Row[] Rows = new Row[MaxLines];

        internal readonly string[] Titles = new string[MaxLines];

        private readonly int _parts;
        private string _title;
        private int _begun;

        private readonly string _only;

        /// <summary>Begins with nothing.</summary>
        /// <param name="parts">Tables there will be, to show how far it is.</param>
        /// <param name="only">Tables with this in their title alone; null for all.</param>
        internal Report(int parts, string only)
        {
            _parts = parts;
            _only = only;
        }

        internal int Count { get; private set; }

        /// <summary>Goals that were not reached.</summary>
        internal int Missed { get; private set; }

        /// <summary>Lines that are worse than twice their goal, or of the library and made garbage.</summary>
        internal int FarOff { get; private set; }

        internal static string Line(Row row)
        {
            return "| " + row.Name + " | " + row.ShownValue + " | " + row.ShownGarbage + " | " + row.Peer + " | " + row.ShownRatio + " | " + row.ShownGoal + " | " + row.Verdict + " |";
        }

        internal static string Head(string title)
        {
            return "\n| " + title + " | time | bytes | compared with | ratio | goal | |\n|---|--:|--:|---|--:|--:|---|";
        }

        /// <summary>Says what is being measured, beside the table; false if it is not wanted.</summary>
        internal bool Begin(string title)
        {
            _begun++;
            if (_only != null && title.IndexOf(_only) < 0)
            {
                return false;
            }

            Target.ShowProgress("[" + _begun.ToString() + "/" + _parts.ToString() + "] " + title);
            return true;
        }

        internal void Section(string title)
        {
            _title = title;
            Console.WriteLine(Head(title));
        }

        /// <summary>What was not measured because the heap of this machine is too small for it.</summary>
        internal int Unfit { get; private set; }

        internal void DoesNotFit(string name)
        {
            Unfit++;
            Console.WriteLine("does not fit the heap of this machine and was not measured: " + name);
        }

        /// <summary>How many operations each time is the mean of.</summary>
        internal void Counts(Runs[] runs)
        {
            string text = "operations a part, " + Runs.PartsOfARound.ToString() + " parts a round:";
            for (int i = 0; i < runs.Length; i++)
            {
                if (runs[i] != null)
                {
                    text += (i == 0 ? " " : "; ") + runs[i].Work.Name + " " + runs[i].Operations.ToString();
                }
            }

            Console.WriteLine(text);
        }

        internal void Add(Row row)
        {
            Titles[Count] = _title;
            Rows[Count++] = row;
            if (!row.IsMet)
            {
                Missed++;
            }

            if (row.IsFarOff)
            {
                FarOff++;
            }

            Console.WriteLine(Line(row));
        }
    }
}
