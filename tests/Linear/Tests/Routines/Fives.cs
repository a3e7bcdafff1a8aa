namespace NanoExecutor.LinearProof
{
    /// <summary>Its polls return what no poll may. It has nothing that would have to be cancelled.</summary>
    internal sealed class Fives : Future
    {
        private int _polls;

        public override Poll Poll(Waker waker)
        {
            _polls++;
            return (Poll)5;
        }
    }
}
