using System;
using System.Device.Gpio;

namespace NanoExecutor.Boards.Esp32
{
    /// <summary>A digital output of an ESP32.</summary>
    /// <remarks>
    /// Writing a value to a pin makes objects, toggling it does not: so it is toggled when it is to change, about 13
    /// µs. It opens the pin for itself; other code must leave it alone.
    /// </remarks>
    public sealed class GpioOutputPin : OutputPin, IDisposable
    {
        private readonly GpioController _controller;
        private readonly GpioPin _pin;
        private readonly bool _activeLow;
        private bool _isHigh;

        /// <summary>Opens a pin, which is not active. Allocates: make pins before the executor runs.</summary>
        /// <param name="controller">The pins of the machine.</param>
        /// <param name="number">The number of the pin, as printed on the board after GPIO.</param>
        /// <param name="activeLow">
        /// Whether writing true drives the pin low, as for a LED between the pin and the supply.
        /// </param>
        /// <exception cref="ArgumentException">There is no such pin, or it cannot be an output.</exception>
        /// <exception cref="ArgumentNullException">The controller is null.</exception>
        /// <exception cref="InvalidOperationException">The pin is open already.</exception>
        public GpioOutputPin(GpioController controller, int number, bool activeLow)
        {
            if (controller == null)
            {
                throw Throw.Null("controller", "A pin");
            }

            _controller = controller;

            // Opened as an output it is low.
            _pin = controller.OpenPin(number, PinMode.Output);
            _activeLow = activeLow;
            Drive(false);
        }

        /// <summary>Closes the pin, which becomes an input.</summary>
        public void Dispose()
        {
            _controller.ClosePin(_pin.PinNumber);
        }

        /// <inheritdoc/>
        protected override void Drive(bool high)
        {
            if ((high != _activeLow) != _isHigh)
            {
                _isHigh = !_isHigh;
                _pin.Toggle();
            }
        }
    }
}
