using nanoFramework.Runtime.Events;

namespace System.Device.Gpio
{
    public delegate void PinValueChangedEventHandler(object sender, PinValueChangedEventArgs e);

    public enum PinMode
    {
        Input = 0,
        InputPullUp = 2,
        Output = 3,
    }

    // A struct of one byte, and an object wherever it is a local, a parameter or a result.
    public readonly struct PinValue
    {
        private readonly byte _value;

        public static extern PinValue High { get; } // heap: a struct
        public static extern PinValue Low { get; } // heap: a struct
        public static extern bool operator ==(PinValue a, PinValue b); // heap: two struct parameters
        public static extern bool operator !=(PinValue a, PinValue b); // heap: two struct parameters
    }

    public class PinValueChangedEventArgs : BaseEvent
    {
        private extern PinValueChangedEventArgs(); // heap: an object for each edge
    }
}
