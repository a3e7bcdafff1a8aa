using System;

namespace NanoExecutor
{
    // What combinators, cancellation and supervision throw.
    internal static partial class Throw
    {
        internal static Exception NullChildren()
        {
            return new ArgumentNullException("children", "A combinator needs an array of futures; null was given.");
        }

        internal static Exception NoChildren()
        {
            return new ArgumentException("A combinator needs one future or more; 0 were given.", "children");
        }

        internal static Exception NullChild()
        {
            return new ArgumentNullException("future", "A combinator needs a future to wait for; null was given.");
        }

        internal static Exception NullChild(int index)
        {
            return new ArgumentNullException(
                "children", "Future " + index.ToString() + " given to a combinator is null; it needs one to wait for.");
        }

        internal static Exception ChildTwice(int first, int second)
        {
            return new ArgumentException(
                "Futures " + first.ToString() + " and " + second.ToString()
                + " given to a combinator are the same instance; make one for each place.",
                "children");
        }

        internal static Exception NoChild(int index, int count)
        {
            return new ArgumentOutOfRangeException(
                "child", "Child " + index.ToString() + " does not exist; the race has children 0 to "
                + (count - 1).ToString() + ".");
        }

        internal static Exception TimeOutOfRange(string name, long given)
        {
            return new ArgumentOutOfRangeException(
                name,
                "Value of " + name + " is " + given.ToString() + " microseconds; give 0 to Duration.Longest ("
                + Duration.Longest.ToString() + ").");
        }

        internal static Exception LimitOutOfRange(long given)
        {
            return TimeOutOfRange("limit", given);
        }

        internal static Exception DeadlineOutOfRange(long given)
        {
            return TimeOutOfRange("deadline", given);
        }

        internal static Exception TimesOutOfRange(string name, int given)
        {
            return new ArgumentOutOfRangeException(
                name, "Value of " + name + " is " + given.ToString() + "; give 1 or more.");
        }

        internal static Exception DeadlineNotArmed()
        {
            return new InvalidOperationException(
                "WithDeadline was polled before it was armed or after it had finished; call Until first.");
        }

        internal static Exception DeadlinePending()
        {
            return new InvalidOperationException(
                "WithDeadline is still pending; let it finish or call Cancel before it is armed again.");
        }

        internal static Exception FailuresOutOfRange(long given)
        {
            return new ArgumentOutOfRangeException(
                "failures", "Value of failures is " + given.ToString() + "; give 1 or more.");
        }

        internal static Exception BackoffShrinks(long first, long longest)
        {
            return new ArgumentOutOfRangeException(
                "first",
                "First pause of " + first.ToString() + " microseconds is longer than the longest of "
                + longest.ToString() + "; give a longest pause that is not shorter.");
        }

        internal static Exception NullBackoff()
        {
            return new ArgumentNullException(
                "backoff", "Retry needs a backoff; null was given. new Backoff(0) tries again without a pause.");
        }

        internal static Exception NullPolicy()
        {
            return new ArgumentNullException("policy", "Supervised needs a restart policy; null was given.");
        }
    }
}
