namespace NanoExecutor.LinearProof
{
    /// <summary>Awaits whatever it is given.</summary>
    internal sealed partial class Cycle : Routine
    {
        public Cycle? Next { get; set; }

        [Linear]
        private void Body()
        {
            Await(Next!);
        }
    }
}
