using System;
using System.Globalization;
using NanoExecutor;

namespace Greenhouse.Desktop
{
    /// <summary>One line of a script, to be understood or complained about.</summary>
    internal sealed class ScriptLine
    {
        private const decimal LongestTime = 1000000000;

        private readonly string _script;
        private readonly int _number;
        private readonly string[] _words;

        internal ScriptLine(string script, int number, string[] words)
        {
            _script = script;
            _number = number;
            _words = words;
        }

        internal ScriptEvent Parse()
        {
            if (_words.Length != 3)
            {
                throw Wrong(_words.Length == 1 ? "one word" : _words.Length + " words", "write 'time event value'");
            }

            decimal seconds;
            if (!TryNumber(_words[0], out seconds) || seconds < 0 || seconds > LongestTime)
            {
                throw Wrong("the time " + Quoted(_words[0]), "give seconds after the start, such as 2.5");
            }

            long time = (long)(seconds * Duration.Second);
            switch (_words[1])
            {
                case "button":
                    return new ScriptEvent(_number, time, ScriptAction.Button, Choice("up", "down"));
                case "heat":
                    return new ScriptEvent(_number, time, ScriptAction.Heat, Choice("auto", "on", "off"));
                case "temperature":
                    return new ScriptEvent(_number, time, ScriptAction.Temperature, Number(-40, 85, 100));
                case "soil":
                    return new ScriptEvent(_number, time, ScriptAction.Soil, Number(0, 100, 1));
                case "sensor":
                    return new ScriptEvent(_number, time, ScriptAction.Sensor, Choice("works", "stalls"));
                case "probe":
                    return new ScriptEvent(_number, time, ScriptAction.Probe, Choice("works", "stalls"));
                default:
                    throw Wrong(
                        "the event " + Quoted(_words[1]),
                        "give one of button, heat, temperature, soil, sensor, probe");
            }
        }

        private static bool TryNumber(string word, out decimal number)
        {
            return decimal.TryParse(
                word,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out number);
        }

        // What is no script may be anything, and is not to be let loose on the terminal.
        private static string Quoted(string word)
        {
            const int Shown = 40;
            char[] letters = word.ToCharArray(0, Math.Min(word.Length, Shown));
            string shown = new string(Array.ConvertAll(letters, c => char.IsControl(c) ? '?' : c));
            return "'" + shown + (word.Length > Shown ? "...'" : "'");
        }

        private int Choice(params string[] choices)
        {
            int choice = Array.IndexOf(choices, _words[2]);
            if (choice < 0)
            {
                throw Wrong(
                    "the value " + Quoted(_words[2]) + " for " + _words[1],
                    "give one of " + string.Join(", ", choices));
            }

            return choice;
        }

        private int Number(int least, int most, int unit)
        {
            decimal number;
            if (!TryNumber(_words[2], out number) || number < least || number > most)
            {
                throw Wrong(
                    "the value " + Quoted(_words[2]) + " for " + _words[1],
                    "give a number from " + least.ToString(CultureInfo.InvariantCulture) + " to "
                    + most.ToString(CultureInfo.InvariantCulture));
            }

            return (int)(number * unit);
        }

        private ScriptException Wrong(string found, string advice)
        {
            return new ScriptException(
                _script + ", line " + _number.ToString(CultureInfo.InvariantCulture)
                + ": found " + found + "; " + advice + ".");
        }
    }
}
