using System;

namespace NanoExecutor.Benchmarks
{
    /// <summary>Makes .NET do before it is measured what it otherwise does in the middle, making objects that are not ours.</summary>
    internal static class WarmUp
    {
        /// <summary>
        /// Casts, and stores into arrays of a base class, are remembered in a table that is replaced by a larger one whenever a
        /// few of them collide, which depends on addresses and so on chance. Here it grows to the largest it can be.
        /// </summary>
        internal static void FillCastCache()
        {
            Type[] types = typeof(Executor).Assembly.GetTypes();
            foreach (Type to in types)
            {
                foreach (Type from in types)
                {
                    to.IsAssignableFrom(from);
                }
            }
        }
    }
}
