using System;

namespace NanoExecutor
{
    // What the futures of pins throw.
    internal static partial class Throw
    {
        internal static Exception NullPin()
        {
            return new ArgumentNullException("pin", "A wait for an edge or a level needs a pin; null was given.");
        }
    }
}
