using System;
using System.IO;
using Spectre.Console;

namespace Greenhouse.Desktop
{
    /// <summary>What the process has been given to show things on and to be typed at.</summary>
    internal sealed class Terminal
    {
        private readonly Func<(int Columns, int Rows)> _size;

        /// <summary>Makes a terminal of what is known about it.</summary>
        /// <param name="size">Asks for the size of its window; 0 for what is not known.</param>
        /// <param name="setting">The variables of the environment; null for one that is not set.</param>
        /// <param name="isOutput">Whether standard output goes to it.</param>
        /// <param name="isInput">Whether standard input comes from it.</param>
        /// <param name="movesCursor">Whether it understands ANSI sequences.</param>
        internal Terminal(
            Func<(int Columns, int Rows)> size,
            Func<string, string> setting,
            bool isOutput,
            bool isInput,
            bool movesCursor)
        {
            _size = size;
            HasKeys = isOutput && isInput;
            HasColor = string.IsNullOrEmpty(setting("NO_COLOR"));
            IsUnicode = IsUtf8(setting);
            if (!isOutput)
            {
                WhyNoView = "the output is no terminal";
            }
            else if (!movesCursor)
            {
                WhyNoView = "TERM is " + (setting("TERM") ?? "not set") + ", a terminal without ANSI sequences";
            }
            else if (Size.Columns <= 0 || Size.Rows <= 0)
            {
                WhyNoView = "the terminal does not say how large it is";
            }
        }

        /// <summary>Why there can be no live view on it; null if there can.</summary>
        internal string WhyNoView { get; }

        /// <summary>Whether keys come from it.</summary>
        internal bool HasKeys { get; }

        /// <summary>Whether to use colours: NO_COLOR says no.</summary>
        internal bool HasColor { get; }

        /// <summary>Whether it shows more than ASCII, by the locale.</summary>
        internal bool IsUnicode { get; }

        /// <summary>The size of its window now.</summary>
        internal (int Columns, int Rows) Size => _size();

        /// <summary>The terminal of this process.</summary>
        internal static Terminal OfProcess()
        {
            return new Terminal(
                WindowSize,
                Environment.GetEnvironmentVariable,
                !Console.IsOutputRedirected,
                !Console.IsInputRedirected,
                AnsiConsole.Profile.Capabilities.Ansi);
        }

        // Windows has no such variables; there the console tells what it encodes to.
        private static bool IsUtf8(Func<string, string> setting)
        {
            if (OperatingSystem.IsWindows())
            {
                return AnsiConsole.Profile.Capabilities.Unicode;
            }

            string locale = FirstSet(setting("LC_ALL"), setting("LC_CTYPE"), setting("LANG"));
            return locale.Contains("UTF-8", StringComparison.OrdinalIgnoreCase)
                || locale.Contains("UTF8", StringComparison.OrdinalIgnoreCase);
        }

        private static string FirstSet(params string[] values)
        {
            return Array.Find(values, v => !string.IsNullOrEmpty(v)) ?? string.Empty;
        }

        private static (int Columns, int Rows) WindowSize()
        {
            try
            {
                return (Console.WindowWidth, Console.WindowHeight);
            }
            catch (IOException)
            {
                return (0, 0);
            }
        }
    }
}
