using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoExecutor.Tests
{
    /// <summary>
    /// .NET remembers casts, and stores into arrays of a base class, in a table that it replaces by a larger one
    /// whenever a few of them collide, which depends on addresses and so on chance. The tests that count bytes would
    /// see it now and then; here it grows to the largest it can be before any of them runs.
    /// </summary>
    [TestClass]
    public static class CastCache
    {
        [AssemblyInitialize]
        public static void Fill(TestContext context)
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
