namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>What befalls a task: it is aborted, moved to another slot, or spawned again once it has ended.</summary>
    internal sealed class Moves
    {
        private readonly ReadyFuture _filler = new ReadyFuture();
        private long _fillerHandle;

        /// <summary>Aborts or moves a task, or spawns it again.</summary>
        /// <returns>Its handle from now on.</returns>
        internal long Strike(Executor executor, Future task, long handle, bool moves)
        {
            if (!executor.IsAlive(handle))
            {
                return executor.Spawn(task);
            }

            if (!moves)
            {
                executor.Abort(handle);
                return handle;
            }

            executor.Detach(handle);
            if (!executor.IsAlive(_fillerHandle))
            {
                // In the slot that it leaves, so that it gets another one.
                _fillerHandle = executor.Spawn(_filler);
            }

            return executor.Spawn(task);
        }
    }
}
