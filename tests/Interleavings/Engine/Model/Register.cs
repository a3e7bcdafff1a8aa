namespace NanoExecutor.Interleavings
{
    /// <summary>
    /// A number that the machine keeps: a clock, the level of a pin, a latch, a hand-over between threads. Everybody
    /// sees a change at once. Changing it waits for the earlier stores of the actor, as a lock or a system call would.
    /// </summary>
    public sealed class Register
    {
        private readonly Execution _execution;
        private readonly Location _location;

        internal Register(Execution execution, Location location, long value)
        {
            _execution = execution;
            _location = location;
            _location.Bits = (ulong)value;
        }

        /// <summary>The value. A step of the actor that reads or writes it.</summary>
        public long Value
        {
            get => _execution.LoadRegister(_location);
            set => _execution.StoreRegister(_location, value);
        }

        /// <summary>The value, for a condition that the explorer evaluates and for a check after the end.</summary>
        public long Peek => (long)_location.Bits;

        /// <summary>Writes and returns what was there, as one step.</summary>
        public long Exchange(long value)
        {
            return _execution.ExchangeRegister(_location, value);
        }

        /// <summary>Waits until it has a value, then writes another, as one step.</summary>
        /// <param name="value">What to wait for.</param>
        /// <param name="then">What to leave.</param>
        /// <param name="waitsFor">For the reader of a failure.</param>
        public void WaitFor(long value, long then, string waitsFor)
        {
            _execution.WaitForRegister(_location, held => held == value, then, waitsFor);
        }

        /// <summary>Waits until it has another value than this.</summary>
        public void WaitWhile(long value)
        {
            _execution.WaitForRegister(_location, held => held != value, null, _location.Name + " to change");
        }

        /// <summary>Waits until it has a value.</summary>
        public void WaitFor(long value)
        {
            _execution.WaitForRegister(_location, held => held == value, null, _location.Name + " to be " + value);
        }
    }
}
