namespace NanoExecutor.Boards.NanoClr
{
    /// <summary>Any target of nanoFramework, the emulator among them: what the CLR itself has.</summary>
    public class NanoClrMachine : Machine
    {
        // Some twenty frames.
        private const int Reserve = 4096;

        /// <summary>Makes the machine. Takes four steps of the uptime, 40 ms where the system ticks at 100 Hz.</summary>
        public NanoClrMachine()
            : this(new NanoClrClock())
        {
        }

        /// <summary>Makes a machine with a clock of its own.</summary>
        /// <param name="clock">The time.</param>
        protected NanoClrMachine(Clock clock)
            : base(clock)
        {
            MemoryReserve = Reserve;
        }

        /// <inheritdoc/>
        [Allocates("the parker of an executor")]
        protected override Parker NewParker()
        {
            return new NanoClrParker(Clock);
        }
    }
}
