namespace NanoExecutor.LinearProof
{
    /// <summary>Drives a program that the generator made.</summary>
    public abstract class LinearTwin(Future routine) : ITwin
    {
        public abstract int Result { get; }

        public abstract void Start(int argument);

        public bool Poll(Waker waker)
        {
            return routine.Poll(waker) == NanoExecutor.Poll.Ready;
        }

        public void Cancel()
        {
            routine.Cancel();
        }
    }
}
