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

        /// <summary>That an action throws this very exception.</summary>
        internal static void Thrown(Exception expected, Action action)
        {
            Exception caught = null;
            try
            {
                action();
            }
            catch (Exception exception)
            {
                caught = exception;
            }

            Assert.AreSame(expected, caught, "what was thrown first comes out");
        }

        /// <summary>Polls a future once, as a task that ends without it would.</summary>
        internal static Poll Polled(Executor executor, Future future)
        {
            Gate holder = new Gate();
            long task = executor.Spawn(holder);
            executor.RunUntilIdle();
            Waker waker = holder.Waker;
            executor.Abort(task);
            return future.Poll(waker);
        }
    }
}
