using System;

namespace nanoFramework.Hardware.Esp32
{
    public class Sleep
    {
        public extern Sleep(); // heap: 12; all members are static

        public static extern EspNativeError EnableWakeupByTimer(TimeSpan time); // heap: 0
        public static extern EspNativeError EnableWakeupByPin(WakeupGpioPin pin, int level); // heap: 0
        public static extern EspNativeError EnableWakeupByMultiPins(WakeupGpioPin pins, WakeupMode mode); // heap: 0
        public static extern WakeupCause GetWakeupCause(); // heap: 0
        public static extern WakeupGpioPin GetWakeupGpioPin(); // heap: 0
        public static extern EspNativeError StartLightSleep(); // heap: 0; returns after the wake-up

        public enum WakeupMode
        {
            AllLow = 0,
            AnyHigh = 1,
        }

        public enum WakeupCause
        {
            Undefined = 0,
            Ext0 = 2,
            Ext1 = 3,
            Timer = 4,
            TouchPad = 5,
            Ulp = 6,
            Gpio = 7,
            Uart = 8,
            Wifi = 9,
            CoCpu = 10,
            CoCpuTrapTrig = 11,
            Bt = 12,
        }

        // One bit a pin, the pin's number its place: (WakeupGpioPin)(1UL << pin).
        [Flags]
        public enum WakeupGpioPin : ulong
        {
            None = 0,
        }
    }

    public enum EspNativeError
    {
        OK = 0,
        FAIL = -1,
        NO_MEM = 0x101,
        INVALID_ARG = 0x102,
        INVALID_STATE = 0x103,
        INVALID_SIZE = 0x104,
        NOT_FOUND = 0x105,
        NOT_SUPPORTED = 0x106,
        TIMEOUT = 0x107,
        INVALID_RESPONSE = 0x108,
        INVALID_CRC = 0x109,
        INVALID_VERSION = 0x10A,
        INVALID_MAC = 0x10B,
        WIFI_BASE = 0x3000,
    }
}
