using nanoFramework.Runtime.Events;

namespace System.Device.Gpio
{
    public delegate void PinValueChangedEventHandler(object sender, PinValueChangedEventArgs e);

    public enum PinMode
    {
        Input = 0,
        InputPullDown = 1,
        InputPullUp = 2,
        Output = 3,
        OutputOpenDrain = 4,
        OutputOpenDrainPullUp = 5,
        OutputOpenSource = 6,
        OutputOpenSourcePullDown = 7,
    }

    [Flags]
    public enum PinEventTypes
    {
        None = 0,
        Rising = 1,
        Falling = 2,
    }

    // A struct of one byte, and an object wherever it is a local, a parameter or a result.
    public readonly struct PinValue
    {
        private readonly byte _value;

        public static extern PinValue High { get; } // heap: a struct
        public static extern PinValue Low { get; } // heap: a struct
        public extern bool Equals(PinValue other); // heap: a struct parameter
        public override extern bool Equals(object obj); // heap: a boxed struct
        public override extern string ToString(); // heap: 12
        public static extern implicit operator PinValue(int value); // heap: a struct
        public static extern implicit operator PinValue(bool value); // heap: a struct
        public static extern explicit operator byte(PinValue value); // heap: a struct parameter
        public static extern explicit operator int(PinValue value); // heap: a struct parameter
        public static extern explicit operator bool(PinValue value); // heap: a struct parameter
        public static extern bool operator ==(PinValue a, PinValue b); // heap: two struct parameters
        public static extern bool operator !=(PinValue a, PinValue b); // heap: two struct parameters
    }

    public class PinValueChangedEventArgs : BaseEvent
    {
        public extern PinValueChangedEventArgs(PinEventTypes changeType, int pinNumber); // heap: an object for each edge

        public extern PinEventTypes ChangeType { get; } // heap: 0
        public extern int PinNumber { get; } // heap: 0
    }
}
