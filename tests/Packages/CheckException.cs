namespace NanoExecutor.Packages
{
    /// <summary>A check failed; the message says why.</summary>
    internal sealed class CheckException : Exception
    {
        public CheckException(string message)
            : base(message)
        {
        }

        public static void Unless(bool holds, string message)
        {
            if (!holds)
            {
                throw new CheckException(message);
            }
        }
    }
}
