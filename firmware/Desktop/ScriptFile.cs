using System;
using System.Globalization;
using System.IO;

namespace Greenhouse.Desktop
{
    /// <summary>Reads the file of a script, whatever it turns out to be.</summary>
    internal static class ScriptFile
    {
        private const int LongestScript = 1000000;

        /// <summary>Reads a script.</summary>
        /// <param name="path">Its file; null for a script without lines.</param>
        /// <exception cref="ScriptException">It cannot be read, or a line is wrong.</exception>
        internal static Script Read(string path)
        {
            if (path == null)
            {
                return new Script("no script");
            }

            try
            {
                using (StreamReader reader = new StreamReader(path))
                {
                    return Script.Read(new StringReader(Text(reader, path)), path);
                }
            }
            catch (Exception exception) when (
                exception is IOException || exception is UnauthorizedAccessException
                || exception is ArgumentException || exception is NotSupportedException)
            {
                throw new ScriptException("The script '" + path + "' cannot be read: " + exception.Message);
            }
        }

        // Not to the end of what has none.
        private static string Text(StreamReader reader, string path)
        {
            char[] text = new char[LongestScript + 1];
            int length = reader.ReadBlock(text, 0, text.Length);
            return length <= LongestScript
                ? new string(text, 0, length)
                : throw new ScriptException(string.Format(
                    CultureInfo.InvariantCulture,
                    "The script '{0}' has more than {1} characters; give a file with lines such as '2.5 button down'.",
                    path,
                    LongestScript));
        }
    }
}
