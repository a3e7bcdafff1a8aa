namespace NanoExecutor.LinearProof
{
    /// <summary>Awaits one future, then another.</summary>
    internal sealed partial class Pair(Latch first, Latch second) : Routine
    {
        private readonly Latch _first = first;

        [Linear]
        private void Body()
        {
            Await(_first);
            Await(second);
        }
    }
}
