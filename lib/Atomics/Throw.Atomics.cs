using System;

namespace NanoExecutor
{
    // What is thrown where places are made.
    internal static partial class Throw
    {
        internal static Exception Capacity(string what, int given, int max)
        {
            return new ArgumentOutOfRangeException(
                what, what + " is " + given.ToString() + "; give 1 to " + max.ToString() + ".");
        }
    }
}
