namespace Greenhouse
{
    /// <summary>What the node marks in its trace.</summary>
    public static class Marks
    {
        /// <summary>Hundredths of a degree.</summary>
        public const int Temperature = 0;
    }
}
