using System.Globalization;

namespace NanoExecutor.Monitoring
{
    /// <summary>Numbers in words that a person reads at a glance, the same in every culture.</summary>
    internal static class Words
    {
        /// <summary>A duration with three digits and its unit.</summary>
        internal static string Span(long micros)
        {
            return Math.Abs(micros) switch
            {
                < Duration.Millisecond => Text($"{micros} µs"),
                < 10 * Duration.Millisecond => Text($"{micros / 1e3:0.00} ms"),
                < Duration.Second => Text($"{micros / 1e3:0.#} ms"),
                _ => Text($"{micros / 1e6:0.00} s"),
            };
        }

        /// <summary>A time of the board's clock.</summary>
        internal static string Time(long micros)
        {
            return Text($"{micros / 1e6:0.000} s");
        }

        internal static string Count(long number)
        {
            return Text($"{number:N0}");
        }

        internal static string Percent(long part, long all)
        {
            return all <= 0 ? "-" : Text($"{100.0 * part / all:0.0} %");
        }

        /// <summary>A number of things, with the plural of their name where it is not one.</summary>
        internal static string Number(long number, string thing)
        {
            return Count(number) + " " + thing + (number == 1 ? string.Empty : "s");
        }

        internal static string Text(FormattableString text)
        {
            return text.ToString(CultureInfo.InvariantCulture);
        }
    }
}
