namespace NanoExecutor.Packages
{
    /// <summary>Counts what holds and tells what does not.</summary>
    internal sealed class Checks
    {
        private int _passed;
        private int _failed;

        /// <summary>Runs a check, which throws if it fails; whether it holds.</summary>
        public bool That(string claim, Action check)
        {
            try
            {
                check();
                _passed++;
                Console.WriteLine($"ok      {claim}");
                return true;
            }
            catch (CheckException failure)
            {
                _failed++;
                Console.WriteLine($"FAILED  {claim}: {failure.Message}");
                return false;
            }
        }

        public int Report()
        {
            Console.WriteLine($"{_passed} passed, {_failed} failed");
            return _failed == 0 ? 0 : 1;
        }
    }

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
