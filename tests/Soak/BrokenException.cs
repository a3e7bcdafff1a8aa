namespace NanoExecutor.Soak
{
    /// <summary>An invariant does not hold.</summary>
    internal sealed class BrokenException(string what) : Exception(what)
    {
        /// <summary>Throws unless something holds.</summary>
        /// <param name="holds">What has to hold.</param>
        /// <param name="who">Whose invariant it is.</param>
        /// <param name="what">What is broken if it does not.</param>
        public static void Unless(bool holds, object who, string what)
        {
            if (!holds)
            {
                throw new BrokenException($"{who}: {what}");
            }
        }
    }
}
