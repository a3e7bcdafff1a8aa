namespace NanoExecutor.Tests
{
    /// <summary>Aborts another task in its only poll.</summary>
    internal sealed class Aborter : Future
    {
        private readonly Executor _executor;

        internal Aborter(Executor executor)
        {
            _executor = executor;
        }

        internal long Victim { get; set; }

        public override Poll Poll(Waker waker)
        {
            _executor.Abort(Victim);
            return Ready;
        }
    }
}
