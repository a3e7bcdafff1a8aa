namespace NanoExecutor.LinearProof
{
    /// <summary>Awaits once.</summary>
    internal sealed partial class Waiting(Latch latch) : Routine
    {
        private readonly Latch _latch = latch;

        [Linear]
        private void Body()
        {
            Await(_latch);
        }
    }
}
