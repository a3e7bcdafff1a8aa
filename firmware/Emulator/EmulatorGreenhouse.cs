using System.Threading;
using Greenhouse.Device;
using NanoExecutor.Boards.NanoClr;

namespace Greenhouse.Emulator
{
    /// <summary>
    /// The board in the emulator: real time, simulated pins, and a visitor who presses the button now and then, and
    /// each fifth time holds it until the node says what its tasks are doing.
    /// </summary>
    public sealed class EmulatorGreenhouse : DeviceGreenhouse
    {
        private const int BetweenVisits = 12000;
        private const int ShortPress = 100;
        private const int LongestPress = 4000;
        private const int Visits = 5;

        private readonly SimulatedInputPin _button;

        /// <summary>Makes the board.</summary>
        public EmulatorGreenhouse()
        {
            Machine = new NanoClrMachine();
            Heartbeat = new SimulatedOutputPin();
            Warning = new SimulatedOutputPin();
            Fan = new SimulatedOutputPin();
            _button = new SimulatedInputPin(Reactor, Sources.Button);
            Button = _button;
            new Thread(Visit).Start();
        }

        private void Visit()
        {
            for (int visit = 1; true; visit++)
            {
                Thread.Sleep(BetweenVisits);
                _button.Set(true);
                Thread.Sleep(visit % Visits == 0 ? LongestPress : ShortPress);
                _button.Set(false);
            }
        }
    }
}
