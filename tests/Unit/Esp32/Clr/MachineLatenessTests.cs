using NanoExecutor.Boards.Esp32;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    // By the machine's own clock: on a board that is the hardware.
    [TestClass]
    public class MachineLatenessTests
    {
        [TestMethod]
        public void Delay_withTheExecutorIdle_isNotEarly()
        {
            NewLateness().Measure(false);
        }

        [TestMethod]
        public void Delay_withTheExecutorBusy_isNotEarly()
        {
            NewLateness().Measure(true);
        }

        private static Lateness NewLateness()
        {
            Esp32Machine machine = new Esp32Machine();
            string name = machine.HasHardwareTimer ? "hardware timer" : "no hardware timer";
            return new Lateness(name, new Executor(2, machine), machine.Clock);
        }
    }
}
