namespace NanoExecutor
{
    /// <summary>
    /// Ends the park of one executor at a given time: on a microcontroller, a hardware timer interrupt. A board derives
    /// from it.
    /// </summary>
    /// <remarks>
    /// An alarm may expire late, early, or for a deadline that is no longer wanted: it decides nothing, the executor
    /// looks at the clock. But it must expire. Arming it for a time that has passed may do nothing; the executor looks
    /// at the clock once more after it has armed it.
    /// </remarks>
    public abstract class Alarm
    {
        /// <summary>The executor this alarm belongs to; null until it has one.</summary>
        internal Executor Owner { get; set; }

        /// <summary>
        /// Expires at <paramref name="deadline"/>, in place of any time it was armed for before. Only the thread that
        /// runs the executor; allocates nothing.
        /// </summary>
        /// <param name="deadline">µs on the clock of the board.</param>
        /// <param name="now">What that clock said just before, µs, for an alarm that counts from now.</param>
        public abstract void Arm(long deadline, long now);

        /// <summary>Does not expire until armed again; an expiry under way may still come.</summary>
        public abstract void Disarm();

        /// <summary>
        /// The board calls it when the time has come, from any thread or interrupt. Allocates nothing.
        /// </summary>
        protected void Expire()
        {
            Executor owner = Owner;
            if (owner != null)
            {
                owner.Kick();
            }
        }
    }
}
