using System;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    internal static class Expect
    {
        /// <summary>
        /// That an action throws, with a message that starts so: some runtimes add the parameter's name.
        /// </summary>
        internal static void Message(string message, Action action)
        {
            try
            {
                action();
            }
            catch (Exception exception)
            {
                Assert.StartsWith(message, exception.Message);
                return;
            }

            Assert.IsTrue(false, "Nothing was thrown where this was expected: " + message);
        }
    }
}
