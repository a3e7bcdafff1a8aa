namespace NanoExecutor.LinearProof
{
    /// <summary>For futures that yield an enum.</summary>
    public enum Colour
    {
        Red,
        Green,
        Blue,
    }
}
