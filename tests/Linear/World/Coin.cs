namespace NanoExecutor.LinearProof
{
    /// <summary>For patterns and deconstruction. No code that is generated uses its operators.</summary>
#pragma warning disable CA1065, CS0660, CS0661
    public sealed class Coin(int worth)
    {
        public int Worth { get; } = worth;

        public static bool operator ==(Coin? left, Coin? right)
        {
            throw new InvalidOperationException("Nobody asked for ==.");
        }

        public static bool operator !=(Coin? left, Coin? right)
        {
            throw new InvalidOperationException("Nobody asked for !=.");
        }

        public void Deconstruct(out int value, out int half)
        {
            value = Worth;
            half = Worth / 2;
        }
    }
#pragma warning restore CA1065, CS0660, CS0661
}
