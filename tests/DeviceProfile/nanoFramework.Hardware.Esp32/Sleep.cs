using System;

namespace nanoFramework.Hardware.Esp32
{
    public class Sleep
    {
        private extern Sleep();

        public static extern EspNativeError EnableWakeupByTimer(TimeSpan time); // heap: 0
        public static extern EspNativeError EnableWakeupByPin(WakeupGpioPin pin, int level); // heap: 0
        public static extern WakeupCause GetWakeupCause(); // heap: 0
        public static extern EspNativeError StartLightSleep(); // heap: 0; returns after the wake-up

        public enum WakeupCause
        {
            Timer = 4,
        }

        // One bit a pin, the pin's number its place: (WakeupGpioPin)(1UL << pin).
        [Flags]
        public enum WakeupGpioPin : ulong
        {
        }
    }

    public enum EspNativeError
    {
        OK = 0,
    }
}
