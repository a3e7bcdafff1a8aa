using System;

namespace Greenhouse.Desktop
{
    /// <summary>A script that cannot be understood.</summary>
    public sealed class ScriptException : Exception
    {
        /// <summary>Makes the complaint.</summary>
        /// <param name="message">Which line, what is wrong with it, and what to write instead.</param>
        public ScriptException(string message)
            : base(message)
        {
        }
    }
}
