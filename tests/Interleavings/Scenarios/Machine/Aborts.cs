namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Aborts another task of its executor once a future is ready.</summary>
    internal sealed class Aborts : Future
    {
        private readonly Future _sign;
        private readonly Executor _executor;
        private readonly long _victim;

        internal Aborts(Future sign, Executor executor, long victim)
        {
            _sign = sign;
            _executor = executor;
            _victim = victim;
        }

        public override Poll Poll(Waker waker)
        {
            if (_sign.Poll(waker) == Pending)
            {
                return Pending;
            }

            _executor.Abort(_victim);
            return Ready;
        }
    }
}
