using System;

namespace NanoExecutor.Boards.Virtual
{
    /// <summary>The exceptions of this board, made away from the code that runs.</summary>
    [ThrowHelper]
    internal static class Throw
    {
        internal static Exception NoPlaces(int given, int most)
        {
            return new ArgumentOutOfRangeException(
                "interrupts",
                "A schedule of " + given.ToString() + " interrupts; give 1 to " + most.ToString() + ".");
        }

        internal static Exception NegativeCost(string what, long given)
        {
            return new ArgumentOutOfRangeException(
                "value", what + " of " + given.ToString() + " microseconds; give 0 or more.");
        }

        internal static Exception NullClock()
        {
            return new ArgumentNullException("clock", "A parker needs a clock to go by; null was given.");
        }


        internal static Exception NullInterrupt()
        {
            return new ArgumentNullException("interrupt", "A schedule needs an interrupt; null was given.");
        }

        internal static Exception ScheduleFull(int capacity)
        {
            return new InvalidOperationException(
                "The schedule has " + capacity.ToString()
                + " places and all are taken; raise the interrupts given to the constructor of VirtualMachine or "
                + "VirtualClock.");
        }

        internal static Exception AdvanceBackwards(long now, long duration)
        {
            return Backwards("duration", now, now + duration);
        }

        internal static Exception SetBack(long now, long time)
        {
            return Backwards("time", now, time);
        }

        private static Exception Backwards(string name, long now, long given)
        {
            return new ArgumentOutOfRangeException(
                name, "The clock shows " + now.ToString() + " and cannot go back to " + given.ToString()
                + " microseconds; give a later time.");
        }

        internal static Exception BeyondTheEnd(long now, long given)
        {
            return new ArgumentOutOfRangeException(
                "duration", "The clock shows " + now.ToString() + " and cannot go on by " + given.ToString()
                + " microseconds; give at most " + (long.MaxValue - now).ToString() + ".");
        }

        internal static Exception NothingWillWake(long now, VirtualParker parker)
        {
            return new InvalidOperationException(
                "At " + now.ToString() + " microseconds every task sleeps and nothing is scheduled that could wake one;"
                + " schedule an interrupt or stop the executor. Asleep: " + parker.Sleepers() + ".");
        }
    }
}
