namespace NanoExecutor
{
    /// <summary>The range checks of the constructors: each returns what it was given, or throws what says what to give.</summary>
    internal static class Checks
    {
        /// <summary>Futures for a combinator: one or more, each there and there once.</summary>
        internal static void Children(Future[] children)
        {
            if (children == null)
            {
                throw Throw.NullChildren();
            }

            if (children.Length == 0)
            {
                throw Throw.NoChildren();
            }

            for (int index = 0; index < children.Length; index++)
            {
                if (children[index] == null)
                {
                    throw Throw.NullChild(index);
                }

                for (int before = 0; before < index; before++)
                {
                    if (children[before] == children[index])
                    {
                        throw Throw.ChildTwice(before, index);
                    }
                }
            }
        }

        /// <summary>The one future of a wrapper, which is returned.</summary>
        internal static Future Child(Future child)
        {
            if (child == null)
            {
                throw Throw.NullChild();
            }

            return child;
        }

        /// <summary>
        /// A duration or a time of the clock, µs, limited so that no deadline overflows; it is returned.
        /// </summary>
        internal static long Time(string name, long given)
        {
            if ((ulong)given > (ulong)Duration.Longest)
            {
                throw Throw.TimeOutOfRange(name, given);
            }

            return given;
        }

        /// <summary>One of the values of an enum, 0 to the last, which is returned.</summary>
        internal static int Choice(string name, int given, int last)
        {
            if ((uint)given > (uint)last)
            {
                throw Throw.NoChoice(name, given, last);
            }

            return given;
        }

        /// <summary>A number of times, 1 or more, which is returned.</summary>
        internal static int Times(string name, int given)
        {
            if (given < 1)
            {
                throw Throw.TimesOutOfRange(name, given);
            }

            return given;
        }
    }
}
