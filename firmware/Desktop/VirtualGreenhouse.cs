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
            VirtualClock = new VirtualClock(interrupts + 1);
            Clock = VirtualClock;
            Alarm = new VirtualAlarm(VirtualClock);
            Parker = new VirtualParker(VirtualClock);
            Probe = new ScriptedProbe(Surroundings, VirtualClock);
        }

        /// <summary><see cref="GreenhouseBoard.Clock"/>, to be scheduled on.</summary>
        public VirtualClock VirtualClock { get; }
    }
}
