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
}
