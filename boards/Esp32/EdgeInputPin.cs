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
    /// </remarks>
    public abstract class EdgeInputPin : InputPin, IInterruptSink
    {
        private readonly bool _activeLow;
        private bool _level;

        // Whether the level is that of the last delivery, which the next has to differ from.
        private bool _inStep;

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

        /// <summary>Edges delivered so far. Any thread.</summary>
        public long Edges { get; private set; }

        /// <summary>How often edges were certainly dropped before they were delivered. Any thread.</summary>
        public long Dropped { get; private set; }

        /// <summary>
        /// The level that the last interrupt saw; true is high, or active. Any thread; allocates nothing.
        /// </summary>
        public override bool Read()
        {
            return _level != _activeLow;
        }

        /// <inheritdoc/>
        void IInterruptSink.Interrupt(uint data)
        {
            bool level = data != 0;
            if (level == _level && _inStep)
            {
                Dropped++;
            }

            _level = level;
            _inStep = true;
            Edges++;
            EdgeSeen();
        }

        /// <summary>Sets the level that the hardware was asked for; an edge if it is another one.</summary>
        private protected void Correct(bool level)
        {
            _inStep = false;
            if (level != _level)
            {
                _level = level;
                EdgeSeen();
            }
        }
    }
}
