namespace NanoExecutor.LinearProof
{
    /// <summary>What a program may fail with.</summary>
    public class FaultA(int code) : Exception("A" + code)
    {
        public int Code { get; } = code;
    }
}
