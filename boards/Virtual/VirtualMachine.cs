namespace NanoExecutor.Boards.Virtual
{
    /// <summary>
    /// A machine in simulated time: while all tasks sleep its clock jumps to the next thing that happens. Executors that
    /// take turns on one thread may share it.
    /// </summary>
    public sealed class VirtualMachine : Machine
    {
        private const int DefaultInterrupts = 16;

        /// <summary>Makes a machine whose clock shows 0 and takes up to 16 scheduled interrupts.</summary>
        public VirtualMachine()
            : this(DefaultInterrupts)
        {
        }

        /// <summary>Makes a machine whose clock shows 0.</summary>
        /// <param name="interrupts">Interrupts that may be scheduled at once, 1 to <see cref="VirtualClock.MaxInterrupts"/>.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">The number is out of range.</exception>
        public VirtualMachine(int interrupts)
            : this(new VirtualClock(interrupts))
        {
        }

        private VirtualMachine(VirtualClock clock)
            : base(clock)
        {
            Clock = clock;
        }

        /// <summary>The clock, with the schedule of what happens: for scripts and tests.</summary>
        public new VirtualClock Clock { get; }

        /// <inheritdoc/>
        [Allocates("the parker of an executor")]
        protected override Parker NewParker()
        {
            return new VirtualParker(Clock);
        }
    }
}
