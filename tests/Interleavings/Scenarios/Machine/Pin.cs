namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A level that callbacks change and a task reads.</summary>
    internal sealed class Pin
    {
        private volatile int _level;

        internal int Level
        {
            get => _level;
            set => _level = value;
        }
    }
}
