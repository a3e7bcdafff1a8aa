namespace NanoExecutor
{
    /// <summary>
    /// A value that is set once and stays: what has to be there before others can begin, such as a connection, and for
    /// which any number of tasks wait.
    /// </summary>
    /// <remarks>
    /// Any thread or interrupt sets it; who waits may be polled by any executor. Where several may do the work that
    /// leads to the value, <see cref="TryBegin"/> tells one of them to.
    /// </remarks>
    public sealed class Once
    {
        private const int Empty = 0;
        private const int Begun = 1;
        private const int Setting = 2;
        private const int Done = 3;

        private readonly AtomicBits _state = new AtomicBits();
        private readonly Listeners _waits = new Listeners();

        // Written once, by whoever changed the state to Setting, and read once it is Done.
        private object _value;

        /// <summary>Whether the value was set. Any thread.</summary>
        public bool IsSet => _state.Value == Done;

        /// <summary>The value; null until it was set. Any thread.</summary>
        public object Value => IsSet ? _value : null;

        /// <summary>Futures that wait. Looks at all that were made.</summary>
        public int Waiting => _waits.CountWaiting();

        /// <summary>
        /// Makes a future that waits for the value. Allocates it: call it before the executor runs, on one thread at a
        /// time.
        /// </summary>
        /// <returns>A future, one for each task that waits.</returns>
        [Allocates("the future")]
        public OnceWait NewWait()
        {
            OnceWait wait = new OnceWait(this);
            _waits.Add(wait);
            return wait;
        }

        /// <summary>
        /// True for the first to ask, who is to do the work and to call <see cref="Set"/>, or <see cref="GiveUp"/> for
        /// another to begin. Any thread, task or interrupt; allocates nothing.
        /// </summary>
        /// <returns>Whether the work is the caller's. False if somebody has begun, or the value was set.</returns>
        public bool TryBegin()
        {
            return _state.TryChange(Empty, Begun);
        }

        /// <summary>Who has begun does not go on; the next to ask may begin. Any thread, task or interrupt.</summary>
        public void GiveUp()
        {
            _state.TryChange(Begun, Empty);
        }

        /// <summary>
        /// Sets the value and wakes all that wait. Any thread, task or interrupt; never blocks, allocates nothing.
        /// </summary>
        /// <param name="value">The value; null is one too.</param>
        /// <returns>False if it was set before, or another is setting it: its value stays.</returns>
        public bool Set(object value)
        {
            // Somebody may begin or give up between the look and the change, so only a value ends the attempts.
            int state;
            do
            {
                state = _state.Value;
                if (state >= Setting)
                {
                    return false;
                }
            }
            while (!_state.TryChange(state, Setting));

            _value = value;
            _state.TryChange(Setting, Done);
            _waits.WakeAll();
            return true;
        }
    }

    /// <summary>Ready once the value of a <see cref="Once"/> was set, and at every poll from then on.</summary>
    /// <remarks>
    /// <para><b>Poll:</b> a few field accesses. Allocates nothing.</para>
    /// <para><b>Cancel:</b> loses nothing.</para>
    /// </remarks>
    public sealed class OnceWait : ListeningFuture
    {
        private readonly Once _once;

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.OnceWait).Outside();
        }

        internal OnceWait(Once once)
        {
            _once = once;
        }

        /// <summary>The value; null until it was set.</summary>
        public object Result => _once.Value;

        private protected override bool TryFinish()
        {
            return _once.IsSet;
        }
    }
}
