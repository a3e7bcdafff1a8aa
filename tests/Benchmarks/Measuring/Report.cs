using System;

namespace NanoExecutor.Benchmarks
{
    /// <summary>Medians, and numbers as text, with nothing a small core library lacks.</summary>
    internal static class Numbers
    {
        private const int Microsecond = 1000;
        private const int Millisecond = 1000 * Microsecond;

        internal static long Median(long[] values)
        {
            return Sorted(values)[values.Length / 2];
        }

        internal static long Smallest(long[] values)
        {
            return Sorted(values)[0];
        }

        internal static long Largest(long[] values)
        {
            return Sorted(values)[values.Length - 1];
        }

        /// <summary>A number of hundredths, with two places: 45 is 0.45.</summary>
        internal static string Hundredths(long value)
        {
            string sign = value < 0 ? "-" : "";
            long size = value < 0 ? -value : value;
            long rest = size % 100;
            return sign + Grouped(size / 100) + (rest < 10 ? ".0" : ".") + rest.ToString();
        }

        /// <summary>A number of thousandths, with two places, or three where two would say little: 450 is 0.45, 8 is 0.008.</summary>
        internal static string Ratio(long thousandths)
        {
            const int Little = 100;
            if (thousandths == 0)
            {
                return "< 0.001";
            }

            return thousandths >= Little
                ? Hundredths((thousandths + 5) / 10)
                : "0.0" + (thousandths < 10 ? "0" : "") + thousandths.ToString();
        }

        /// <summary>A time in a unit that keeps three digits or more.</summary>
        /// <param name="tenths">Tenths of a ns.</param>
        internal static string Time(long tenths)
        {
            string sign = tenths < 0 ? "-" : "";
            long size = tenths < 0 ? -tenths : tenths;
            long nanoseconds = (size + 5) / 10;
            if (size < 1000)
            {
                return sign + (size / 10).ToString() + "." + (size % 10).ToString() + " ns";
            }

            if (nanoseconds < 10 * Microsecond)
            {
                return sign + Grouped(nanoseconds) + " ns";
            }

            return nanoseconds < 10 * Millisecond
                ? sign + Grouped((nanoseconds + (Microsecond / 2)) / Microsecond) + " µs"
                : sign + Grouped((nanoseconds + (Millisecond / 2)) / Millisecond) + " ms";
        }

        private static string Grouped(long value)
        {
            if (value < 1000)
            {
                return value.ToString();
            }

            long rest = value % 1000;
            return Grouped(value / 1000) + (rest < 10 ? ",00" : rest < 100 ? ",0" : ",") + rest.ToString();
        }

        private static long[] Sorted(long[] values)
        {
            long[] sorted = new long[values.Length];
            for (int i = 0; i < values.Length; i++)
            {
                int place = i;
                while (place > 0 && sorted[place - 1] > values[i])
                {
                    sorted[place] = sorted[place - 1];
                    place--;
                }

                sorted[place] = values[i];
            }

            return sorted;
        }
    }

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
