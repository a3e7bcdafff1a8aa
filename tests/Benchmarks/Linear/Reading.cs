namespace NanoExecutor.Benchmarks
{
    /// <summary>What both ways of writing a task wait for: pending once, then ready with a number.</summary>
    internal sealed class Reading : Future
    {
        private const int Largest = 100;

        private bool _pending;

        internal int Result { get; private set; }

        public override Poll Poll(Waker waker)
        {
            _pending = !_pending;
            if (_pending)
            {
                return Pending;
            }

            Result = Result == Largest ? 0 : Result + 1;
            return Ready;
        }
    }
}
