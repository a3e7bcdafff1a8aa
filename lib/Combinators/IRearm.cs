namespace NanoExecutor
{
    /// <summary>
    /// Arms a future for each of its uses: what <see cref="Repeat"/>, <see cref="Retry"/> and <see cref="Supervised"/>
    /// call before each round. The future itself may implement it.
    /// </summary>
    /// <remarks>
    /// It runs inside a poll: it does not block, and allocates nothing if the task is not to make garbage.
    /// </remarks>
    public interface IRearm
    {
        /// <summary>Arms the future for one more round.</summary>
        /// <param name="round">Rounds there were before; 0 for the first.</param>
        /// <returns>False for no more rounds.</returns>
        bool Rearm(long round);
    }
}
