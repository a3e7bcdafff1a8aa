using NanoExecutor.Boards.Virtual;

namespace Greenhouse.Desktop
{
    /// <summary>The board in simulated time: a run depends on nothing but its script.</summary>
    public sealed class VirtualGreenhouse : DesktopGreenhouse
    {
        /// <summary>Makes the board.</summary>
        /// <param name="output">Where lines go.</param>
        /// <param name="interrupts">
        /// Interrupts that the run will have scheduled at once, besides those of the board.
        /// </param>
        public VirtualGreenhouse(Output output, int interrupts)
            : base(output)
        {
            VirtualMachine machine = new VirtualMachine(interrupts + 1);
            Machine = machine;
            VirtualClock = machine.Clock;
            Probe = new ScriptedProbe(Surroundings, VirtualClock);
        }

        /// <summary><see cref="GreenhouseBoard.Clock"/>, to be scheduled on.</summary>
        public VirtualClock VirtualClock { get; }
    }
}
