namespace NanoExecutor.LinearProof
{
    /// <summary>Has a ref local between two Awaits.</summary>
    internal sealed partial class Referring(Latch latch) : Routine
    {
        public int[] Values { get; } = [4, 5];

        [Linear]
        private void Body()
        {
            Await(latch);
            ref int value = ref Values[1];
            value++;
            Await(latch);
        }
    }
}
