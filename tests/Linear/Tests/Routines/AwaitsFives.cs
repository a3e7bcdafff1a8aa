namespace NanoExecutor.LinearProof
{
    /// <summary>Awaits a future of which the compiler knows the class.</summary>
    internal sealed partial class AwaitsFives : Routine
    {
        private readonly Fives _fives = new();

        [Linear]
        private void Body()
        {
            Await(_fives);
        }
    }
}
