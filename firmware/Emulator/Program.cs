using Greenhouse.Device;

namespace Greenhouse.Emulator
{
    /// <summary>Starts the node in the emulator.</summary>
    public static class Program
    {
        /// <summary>Runs for ever.</summary>
        public static void Main()
        {
            new DeviceNode(new EmulatorGreenhouse()).Run();
        }
    }
}
