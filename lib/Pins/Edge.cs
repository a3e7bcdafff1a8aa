namespace NanoExecutor
{
    /// <summary>A change of level that <see cref="WaitForEdge"/> waits for.</summary>
    public enum Edge
    {
        /// <summary>Either of them.</summary>
        Any = 0,

        /// <summary>From low to high.</summary>
        Rising = 1,

        /// <summary>From high to low.</summary>
        Falling = 2,
    }
}
