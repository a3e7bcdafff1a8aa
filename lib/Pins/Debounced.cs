namespace NanoExecutor
{
    /// <summary>
    /// Ready when an <see cref="InputPin"/> has kept another level than before for a time without an edge: for contacts
    /// that bounce. Awaited again and again.
    /// </summary>
    /// <remarks>
    /// <para>
    /// An edge means "read the pin again". Each one starts the time anew; when it has passed without any, the level
    /// that is read then counts. A level that goes back before counts for nothing.
    /// </para>
    /// <para>Time runs only while it is awaited. Any number of futures wait for one pin, each with its own time.</para>
    /// <para>
    /// <b>Poll:</b> reads the pin; an edge moves a place in the timer queue, of which it takes one while the level is
    /// not settled. Allocates nothing.
    /// </para>
    /// <para><b>Cancel:</b> leaves the timer queue; the next wait starts the time anew.</para>
    /// </remarks>
    public sealed class Debounced : ListeningFuture
    {
        private readonly InputPin _pin;
        private readonly long _settle;
        private readonly Delay _delay = new Delay();
        private bool _settling;

        /// <summary>Makes a future for the settled level of a pin, which is at first the level it has now.</summary>
        /// <param name="pin">The pin. One thread at a time makes futures for it.</param>
        /// <param name="settle">µs without an edge, 0 to <see cref="Duration.Longest"/>.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">The time is negative or too long.</exception>
        /// <exception cref="System.ArgumentNullException">The pin is null.</exception>
        public Debounced(InputPin pin, long settle)
        {
            if (pin == null)
            {
                throw Throw.NullPin();
            }

            if ((ulong)settle > (ulong)Duration.Longest)
            {
                throw Throw.SettleOutOfRange(settle);
            }

            _pin = pin;
            _settle = settle;
            Level = pin.Read();
            pin.Waits.Add(this);
        }

        /// <summary>The settled level; true is high.</summary>
        public bool Level { get; private set; }

        /// <inheritdoc/>
        public override void Cancel()
        {
            if (IsNotItsOwn)
            {
                return;
            }

            base.Cancel();
            Stop();
        }

        /// <inheritdoc/>
        public override void Detach()
        {
            if (IsNotItsOwn)
            {
                return;
            }

            base.Detach();
            _delay.Detach();
        }

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.Debounced).Outside();
            if (_settling)
            {
                to.Child(_delay);
            }
        }

        private protected override bool TryFinish()
        {
            bool level = _pin.Read();
            HasAdvanced = IsWoken;
            if (_settling && !IsWoken)
            {
                if (_delay.Poll(Flag.Listener) == Pending)
                {
                    return false;
                }

                HasAdvanced = true;
                _settling = false;
                return Settle(level);
            }

            // The time wakes the task and only edges set the flag: an edge counts even if the time has passed by now.
            Stop();
            if (level == Level)
            {
                return false;
            }

            _settling = _delay.For(_settle).Poll(Flag.Listener) == Pending;
            return !_settling && Settle(level);
        }

        private bool Settle(bool level)
        {
            if (level == Level)
            {
                return false;
            }

            Level = level;
            return true;
        }

        private void Stop()
        {
            _delay.Cancel();
            _settling = false;
        }
    }
}
