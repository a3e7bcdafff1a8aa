namespace NanoExecutor.Boards.Esp32
{
    /// <summary>
    /// An input that learns its level from its interrupts, each of which brings the level that it saw.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Asking the hardware makes an object each time, so <see cref="Read"/> says what the last interrupt brought. That
    /// is the level of the pin as soon as all interrupts are delivered: the native queue drops its oldest entries when
    /// it is full and never the newest. A poll that comes before a delivery sees the level before, and the delivery
    /// wakes it once more.
    /// </para>
    /// <para>
    /// The interrupt enters only changes into the queue. Two deliveries in a row with the same level therefore mean
    /// that an odd number between them was dropped; <see cref="Dropped"/> counts them as one. An even number dropped
    /// leaves no trace but the pulses that are missing.
    /// </para>
    /// <para>
    /// <b>Storms.</b> The CLR keeps each interrupt in its heap until it is delivered, which takes about a millisecond of an
    /// ESP32. A loose contact that raises more of them fills the heap, and that ends an application. So when
    /// <see cref="StormEdges"/> edges come within <see cref="StormWindow"/>, the interrupt of the pin rests for
    /// <see cref="StormRest"/>; then it is switched on again, the level is read, and tasks that wait are woken once. What
    /// changed in between is not seen, the level that remains is.
    /// </para>
    /// </remarks>
    public abstract class EdgeInputPin : InputPin, IInterruptSink
    {
        /// <summary>How long the interrupt rests after a storm, µs.</summary>
        public const long StormRest = 100 * Duration.Millisecond;

        private const int FirstStormEdges = 16;

        private readonly bool _activeLow;
        private bool _level;

        // Whether the level is that of the last delivery, which the next has to differ from.
        private bool _inStep;

        // Interrupts that came before this are not heeded: MaxValue while the interrupt rests.
        private long _heedFrom = long.MinValue;

        // Whether the level is to be read after a rest.
        private bool _unread;

        // Edges until the next look at how fast they come; the one after a rest is the first to be looked at.
        private int _stormEdges = FirstStormEdges;
        private int _untilLook = 1;
        private long _lookedAt = long.MinValue;

        /// <summary>Registers the source of the pin, which is low until it is known better.</summary>
        /// <param name="reactor">Where edges go.</param>
        /// <param name="source">A vacant source of that reactor.</param>
        /// <param name="activeLow">
        /// Whether it reads true while it is low, as for a button that connects to ground.
        /// </param>
        protected EdgeInputPin(Reactor reactor, int source, bool activeLow)
            : base(reactor, source)
        {
            _activeLow = activeLow;
        }

        /// <summary>Edges delivered so far, those of storms included. Any thread. Up to 2^63.</summary>
        public long Edges { get; private set; }

        /// <summary>How often edges were certainly dropped before they were delivered. Any thread. Up to 2^63.</summary>
        public long Dropped { get; private set; }

        /// <summary>How often the interrupt was switched off because of a storm. Any thread. Up to 2^63.</summary>
        public long Storms { get; private set; }

        /// <summary>
        /// So many edges within <see cref="StormWindow"/> are a storm, 16 at first; 0: nothing is, for a pin of which it is
        /// certain that it never storms. For the thread that makes the pin.
        /// </summary>
        /// <exception cref="System.ArgumentOutOfRangeException">The number is negative.</exception>
        public int StormEdges
        {
            get
            {
                return _stormEdges;
            }

            set
            {
                if (value < 0)
                {
                    throw Throw.StormEdges(value);
                }

                _stormEdges = value;
                _untilLook = 1;
                _lookedAt = long.MinValue;
            }
        }

        /// <summary>
        /// See <see cref="StormEdges"/>; µs, 40 ms at first. The time of an interrupt is known in steps of the system tick,
        /// 10 ms on most targets. For the thread that makes the pin.
        /// </summary>
        public long StormWindow { get; set; } = 40 * Duration.Millisecond;

        /// <summary>
        /// The level that the last interrupt saw; true is high, or active. Any thread; allocates nothing.
        /// </summary>
        public override bool Read()
        {
            return _level != _activeLow;
        }

        /// <inheritdoc/>
        void IInterruptSink.Interrupt(uint data, long time)
        {
            Edges++;
            if (time < _heedFrom || (--_untilLook <= 0 && IsStorm(time)))
            {
                return;
            }

            bool level = data != 0;
            if (level == _level && _inStep)
            {
                Dropped++;
            }

            _level = level;
            _inStep = true;
            EdgeSeen();
        }

        /// <inheritdoc/>
        void IInterruptSink.Rest(long time)
        {
            if (_stormEdges > 0 && _heedFrom != long.MaxValue)
            {
                BeginRest(time);
            }
        }

        /// <summary>
        /// Ends a rest; the timer of the pin calls it every <see cref="StormRest"/> from <see cref="StartTicks"/> to
        /// <see cref="StopTicks"/>. Whatever throws in here is made up for by the next tick.
        /// </summary>
        private protected void Tick()
        {
            if (_heedFrom == long.MaxValue)
            {
                SwitchOn();

                // Interrupts of before the rest may still stand in the queue of the CLR. They must not pass for newer than
                // the level that is read now.
                _unread = true;
                _heedFrom = TimeNow();
            }
            else if (!_unread)
            {
                StopTicks();
                if (_heedFrom == long.MaxValue)
                {
                    StartTicks(TimeNow());
                }

                return;
            }

            Sync(true);
            _unread = false;
        }

        /// <summary>Sets the level to what the hardware says; an edge if it is another one, or if edges were missed.</summary>
        /// <param name="missed">Whether it is certain that there were edges.</param>
        private protected void Sync(bool missed)
        {
            // An interrupt that comes between asking and correcting knows better.
            long edges;
            do
            {
                edges = Edges;
                Correct(ReadHardware(), missed);
                missed = false;
            }
            while (Edges != edges);
        }

        /// <summary>Sets the level that the hardware was asked for.</summary>
        private protected void Correct(bool level, bool missed)
        {
            _inStep = false;
            if (missed || level != _level)
            {
                _level = level;
                EdgeSeen();
            }
        }

        /// <summary>Asks the hardware for the level; true is high. May allocate.</summary>
        private protected abstract bool ReadHardware();

        /// <summary>Switches the interrupt on. Not on the dispatcher thread.</summary>
        private protected abstract void SwitchOn();

        /// <summary>Switches the interrupt off. On the dispatcher thread; allocates nothing.</summary>
        private protected abstract void SwitchOff();

        /// <summary>From now on calls <see cref="Tick"/> every <see cref="StormRest"/>. Allocates nothing.</summary>
        /// <param name="time">When the latest interrupt came, or the time now.</param>
        private protected abstract void StartTicks(long time);

        /// <summary>Calls <see cref="Tick"/> no more.</summary>
        private protected abstract void StopTicks();

        /// <summary>The time now as that of an interrupt would be given.</summary>
        private protected abstract long TimeNow();

        private bool IsStorm(long time)
        {
            long before = _lookedAt;
            _lookedAt = time;
            _untilLook = _stormEdges;
            return _stormEdges > 0 && before != long.MinValue && time - before < StormWindow && BeginRest(time);
        }

        // A tick may come between any two of these steps, and with the heap full any of them may throw.
        private bool BeginRest(long time)
        {
            long heedFrom = _heedFrom;
            _heedFrom = long.MaxValue;
            try
            {
                StartTicks(time);
            }
            catch (System.OutOfMemoryException)
            {
                _heedFrom = heedFrom;
                return false;
            }

            Storms++;
            _untilLook = 1;
            _lookedAt = long.MinValue;
            try
            {
                SwitchOff();
            }
            catch (System.OutOfMemoryException)
            {
                // Then the rest is one in which interrupts come and are not heeded.
            }

            return true;
        }
    }
}
