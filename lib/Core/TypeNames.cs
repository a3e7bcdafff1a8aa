using System;

namespace NanoExecutor
{
    /// <summary>What a future is called that has no better name.</summary>
    internal static class TypeNames
    {
        private static readonly string _unknown = "?";

        /// <summary>The name of its type.</summary>
        [AllocatesRarely("the name of a type, when somebody asks what the executor is doing")]
        internal static string Of(Future future)
        {
            try
            {
                return future.GetType().Name;
            }
            catch (OutOfMemoryException)
            {
                return _unknown;
            }
        }
    }
}
