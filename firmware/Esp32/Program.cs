using Greenhouse.Device;
using NanoExecutor.Boards.Esp32;
using nanoFramework.Runtime.Native;

namespace Greenhouse.Esp32
{
    /// <summary>Starts the node on an ESP32.</summary>
    public static class Program
    {
        /// <summary>Runs for ever.</summary>
        public static void Main()
        {
            BoardDefinition board = BoardDefinition.ForTarget(SystemInfo.TargetName);
            new DeviceNode(new Esp32Greenhouse(board)).Run();
        }
    }
}
