namespace NanoExecutor
{
    /// <summary>
    /// Hands the latest value over, a number: a new one replaces one that was not taken. For what counts only as it is
    /// now, such as a set point or the last measurement.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Any thread or interrupt sets it, several at once; only tasks of one executor wait. Each value is taken once or
    /// replaced, by one of those that wait, in the order in which they came. For values that every reader has to see
    /// there is <see cref="LongWatch"/>.
    /// </para>
    /// </remarks>
    public sealed class LongSignal : LatestSignal
    {
        internal readonly LatestLong Values;

        /// <summary>Makes a signal that up to four threads and interrupts set at the very same time.</summary>
        public LongSignal()
            : this(Latest.UsualWriters)
        {
        }

        /// <summary>Makes a signal.</summary>
        /// <param name="writers">
        /// Threads that may be in the middle of <see cref="Set"/> at once, 1 to 64. All interrupts of nanoCLR are one
        /// thread, its timers another.
        /// </param>
        /// <exception cref="System.ArgumentOutOfRangeException">The number is not 1 to 64.</exception>
        public LongSignal(int writers)
            : this(new LatestLong(writers))
        {
        }

        private LongSignal(LatestLong values)
            : base(values)
        {
            Values = values;
        }

        /// <summary>Makes a future that waits for a value. Allocates it: call it before the executor runs.</summary>
        /// <returns>A future, one for each task that waits.</returns>
        [Allocates("the future")]
        public LongSignalWait NewWait()
        {
            return new LongSignalWait(this);
        }

        /// <summary>
        /// Sets the value, in the place of one that was not taken, and wakes the first that waits. Any thread, task or
        /// interrupt; never blocks, allocates nothing.
        /// </summary>
        /// <param name="value">The value. It counts as of the end of this call.</param>
        /// <returns>False, and counted, if more threads than declared are in the middle of this call.</returns>
        public bool Set(long value)
        {
            if (!Values.TryPut(value))
            {
                return false;
            }

            Filled.Notify();
            return true;
        }

        /// <summary>Takes the value if there is one and nobody waits for it. Only tasks of its executor.</summary>
        /// <param name="value">The value.</param>
        /// <returns>Whether there was one.</returns>
        public bool TryTake(out long value)
        {
            if (Line.First == null && Values.TryTake())
            {
                value = Values.Taken;
                return true;
            }

            value = default(long);
            return false;
        }
    }
}
