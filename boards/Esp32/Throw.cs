using System;

namespace NanoExecutor.Boards.Esp32
{
    /// <summary>The exceptions of this board, made away from the code that runs.</summary>
    [ThrowHelper]
    internal static class Throw
    {
        internal static Exception NoSuchPin(int given, int count)
        {
            return new ArgumentOutOfRangeException(
                "number", "There is no pin " + given.ToString() + "; pins are 0 to " + (count - 1).ToString() + ".");
        }

        internal static Exception PinTaken(int number)
        {
            return new InvalidOperationException(
                "Pin " + number.ToString()
                + " delivers its interrupts to another object already; dispose of that one first.");
        }

        internal static Exception TooManyTimers(int count)
        {
            return new InvalidOperationException(
                "All " + count.ToString() + " hardware timers are taken; dispose of one first.");
        }

        internal static Exception Null(string what, string who)
        {
            return new ArgumentNullException(what, who + " needs a " + what + "; null was given.");
        }

        internal static Exception NoSleepAfter(long given)
        {
            return new ArgumentOutOfRangeException(
                "value", "LightSleepAfter of " + given.ToString() + " microseconds; give 0 or more.");
        }

        internal static Exception NoStockHandler(string type, string field, string version)
        {
            return new InvalidOperationException(
                type + " has no field " + field + " any more, as it had in " + version
                + "; without it other code's events would stop. Use that version of the package.");
        }

        internal static Exception StormEdges(int given)
        {
            return new ArgumentOutOfRangeException(
                "value", "StormEdges is " + given.ToString() + "; give the edges that are a storm, or 0 for none.");
        }

        internal static Exception UnknownTarget(string target)
        {
            string known = "ESP32_REV…, ESP32_BLE_REV…, ESP32_PSRAM…, ESP32_S3…, ESP32_C3…, M5StickC…, ESP_WROVER_KIT";
            return new ArgumentException(
                "No board is known for the target \"" + target + "\"; known are " + known
                + ". Ask for one of the definitions by name, or give the numbers of your pins yourself.",
                "target");
        }

        internal static Exception NoWakePin(int number, int error)
        {
            return new ArgumentException(
                "Pin " + number.ToString() + " cannot end a light sleep (native error " + error.ToString()
                + "); take one with an RTC function.",
                "number");
        }
    }
}
