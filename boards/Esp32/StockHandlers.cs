using System;
using System.Device.Gpio;
using System.Reflection;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Events;

namespace NanoExecutor.Boards.Esp32
{
    /// <summary>
    /// The event processors that nanoFramework's own pins and timers use. Nothing gives them out, so they are read from
    /// the private fields that hold them, once, at start-up.
    /// </summary>
    internal static class StockHandlers
    {
        internal static IEventProcessor OfPins()
        {
            return Find(typeof(GpioPin), "s_gpioPinEventManager", "System.Device.Gpio 1.1.64");
        }

        internal static IEventProcessor OfTimers()
        {
            return Find(typeof(HighResTimer), "s_eventListener", "nanoFramework.Hardware.Esp32 1.6.42");
        }

        /// <summary>What the native side calls a timer in its interrupts.</summary>
        internal static uint HandleOf(HighResTimer timer)
        {
            FieldInfo field =
                typeof(HighResTimer).GetField("_timerHandle", BindingFlags.NonPublic | BindingFlags.Instance);
            if (field == null)
            {
                throw Throw.NoStockHandler("HighResTimer", "_timerHandle", "nanoFramework.Hardware.Esp32 1.6.42");
            }

            return (uint)(int)field.GetValue(timer);
        }

        private static IEventProcessor Find(Type type, string name, string version)
        {
            FieldInfo field = type.GetField(name, BindingFlags.NonPublic | BindingFlags.Static);
            IEventProcessor processor = field == null ? null : field.GetValue(null) as IEventProcessor;
            if (processor == null)
            {
                throw Throw.NoStockHandler(type.Name, name, version);
            }

            return processor;
        }
    }
}
