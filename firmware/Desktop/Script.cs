using System;
using System.Collections.Generic;
using System.IO;

namespace Greenhouse.Desktop
{
    /// <summary>
    /// Inputs at given times, as text: <c>time event value</c> a line, blanks between, the time in seconds after the
    /// start. Empty lines and what follows a # are passed over. firmware/sample.script shows all events.
    /// </summary>
    public sealed class Script
    {
        private readonly List<ScriptEvent> _events = new List<ScriptEvent>();

        /// <summary>The events in the order of their times; those of one time in the order of their lines.</summary>
        public IReadOnlyList<ScriptEvent> Events => _events;

        /// <summary>Reads a script.</summary>
        /// <param name="reader">The text.</param>
        /// <param name="name">What to call it in a complaint.</param>
        /// <exception cref="ScriptException">A line is wrong.</exception>
        public static Script Read(TextReader reader, string name)
        {
            Script script = new Script();
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
