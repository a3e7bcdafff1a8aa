namespace System.Device.Gpio
{
    public sealed class GpioController : IDisposable
    {
        public extern GpioController(); // heap: an object
        public extern void ClosePin(int pinNumber); // heap: 0
        public extern void Dispose(); // heap: 0
        public extern GpioPin OpenPin(int pinNumber, PinMode mode); // heap: two objects, until it is closed
        public extern void Write(int pinNumber, PinValue value); // heap: a struct parameter
    }

    // A pin without a ValueChanged handler has its interrupt off. Writing to an output pin that has one posts an event
    // too.
    public sealed class GpioPin : IDisposable
    {
        private extern GpioPin();

        public extern int PinNumber { get; } // heap: 0
        public extern event PinValueChangedEventHandler ValueChanged; // heap: two objects an edge, with the stock path
        public extern void Dispose(); // heap: 0
        public extern PinValue Read(); // heap: 72, a struct result
        public extern void Toggle(); // heap: 0
    }
}
