namespace NanoExecutor
{
    /// <summary>What a <see cref="Race"/> does with the children that did not come first.</summary>
    public enum Losers
    {
        /// <summary>Cancels them. All children have to be armed for the next race.</summary>
        Cancel = 0,

        /// <summary>
        /// Leaves them waiting. They take part in the next race as they are, and only the winner has to be armed.
        /// </summary>
        Keep = 1,
    }
}
