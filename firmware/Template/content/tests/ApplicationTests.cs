using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoExecutor;
using NanoExecutor.Boards.Virtual;

namespace Blinky.Tests
{
    [TestClass]
    public class ApplicationTests
    {
        private readonly VirtualMachine _machine = new VirtualMachine();
        private readonly CountingPin _led = new CountingPin();
        private readonly ScriptedButton _button = new ScriptedButton();

        [TestMethod]
        public void Led_withoutAPress_changesTwiceASecond()
        {
            RunFor(10 * Duration.Second - Duration.Millisecond);

            Assert.AreEqual(20, _led.Changes, "every 500 ms from 0 on");
        }

        [TestMethod]
        public void Led_afterAPress_changesTenTimesASecond()
        {
            _machine.Clock.Schedule(4 * Duration.Second + Duration.Millisecond, new Press(_button, true));
            _machine.Clock.Schedule(5 * Duration.Second, new Press(_button, false));

            RunFor(10 * Duration.Second - Duration.Millisecond);

            Assert.AreEqual(64, _led.Changes, "10 slow ones up to 4.5 s, then every 100 ms up to 9.9 s");
        }

        private void RunFor(long duration)
        {
            Application application = new Application(_machine, _led, _button);
            _machine.Clock.Schedule(duration, new Stop(application.Executor));
            application.Executor.Run();
        }
    }
}
