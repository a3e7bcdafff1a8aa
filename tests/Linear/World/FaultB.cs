namespace NanoExecutor.LinearProof
{
    /// <summary>Another, no relative of the first.</summary>
    public sealed class FaultB(int code) : Exception("B" + code)
    {
        public int Code { get; } = code;
    }
}
