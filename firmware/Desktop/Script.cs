using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using NanoExecutor;

namespace Greenhouse.Desktop
{
    /// <summary>
    /// Inputs at given times, as text: <c>time event value</c> a line, blanks between, the time in seconds after the
    /// start. Empty lines and what follows a # are passed over. firmware/sample.script shows all events.
    /// </summary>
    public sealed class Script
    {
        private readonly List<ScriptEvent> _events = new List<ScriptEvent>();
        private readonly string _name;

        /// <summary>Makes a script without lines.</summary>
        /// <param name="name">What to call it in a complaint.</param>
        public Script(string name)
        {
            _name = name;
        }

        /// <summary>The events in the order of their times; those of one time in the order of their lines.</summary>
        public IReadOnlyList<ScriptEvent> Events => _events;

        /// <summary>Reads a script.</summary>
        /// <param name="reader">The text.</param>
        /// <param name="name">What to call it in a complaint.</param>
        /// <exception cref="ScriptException">A line is wrong.</exception>
        public static Script Read(TextReader reader, string name)
        {
            Script script = new Script(name);
            int number = 0;
            string text;
            while ((text = reader.ReadLine()) != null)
            {
                number++;
                int comment = text.IndexOf('#', StringComparison.Ordinal);
                string[] words = (comment < 0 ? text : text.Substring(0, comment)).Split(
                    (char[])null, StringSplitOptions.RemoveEmptyEntries);
                if (words.Length > 0)
                {
                    script.Add(new ScriptLine(name, number, words).Parse());
                }
            }

            return script;
        }

        /// <summary>The events of a run that ends.</summary>
        /// <param name="end">When, µs after the start. What is to happen then or later does not.</param>
        public ScriptEvent[] Before(long end)
        {
            return _events.FindAll(e => e.Time < end).ToArray();
        }

        /// <summary>Says which lines a run that ends does not get to.</summary>
        /// <param name="end">When, µs after the start.</param>
        /// <returns>The complaint, or null if it gets to all of them.</returns>
        public string IgnoredFrom(long end)
        {
            List<ScriptEvent> late = _events.FindAll(e => e.Time >= end);
            return late.Count == 0
                ? null
                : string.Format(
                    CultureInfo.InvariantCulture,
                    "{0}: {1} ignored, since the run ends after {2} s; the first is line {3}, for {4} s. "
                        + "Give more --seconds.",
                    _name,
                    late.Count == 1 ? "1 line is" : late.Count + " lines are",
                    Seconds(end),
                    late[0].Line,
                    Seconds(late[0].Time));
        }

        private static decimal Seconds(long time)
        {
            return (decimal)time / Duration.Second;
        }

        private void Add(ScriptEvent added)
        {
            int place = _events.Count;
            while (place > 0 && _events[place - 1].Time > added.Time)
            {
                place--;
            }

            _events.Insert(place, added);
        }
    }
}
