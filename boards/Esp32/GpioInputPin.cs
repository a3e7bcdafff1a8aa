using System;
using System.Device.Gpio;

namespace NanoExecutor.Boards.Esp32
{
    /// <summary>A digital input of an ESP32, whose edges come by interrupt. An edge makes no object.</summary>
    /// <remarks>
    /// It opens the pin for itself. Leave the mode and the debouncing of the pin alone afterwards: an edge is lost
    /// while the mode is set, and the debouncing of the CLR loses others. A bouncing button is a matter for a task,
    /// which reads the level again after a delay.
    /// </remarks>
    public sealed class GpioInputPin : EdgeInputPin, IDisposable
    {
        private static readonly PinValueChangedEventHandler _nobody = Ignore;

        private readonly GpioController _controller;
        private readonly Interrupts _interrupts;
        private readonly GpioPin _pin;

        /// <summary>Opens a pin and switches its interrupt on. Allocates: make pins before the executor runs.</summary>
        /// <param name="controller">The pins of the machine.</param>
        /// <param name="number">The number of the pin, as printed on the board after GPIO.</param>
        /// <param name="mode">One of the input modes.</param>
        /// <param name="activeLow">
        /// Whether it reads true while it is low, as for a button that connects to ground.
        /// </param>
        /// <param name="interrupts">From <see cref="Interrupts.Install"/>.</param>
        /// <param name="reactor">Where edges go.</param>
        /// <param name="source">A vacant source of that reactor.</param>
        /// <exception cref="ArgumentException">There is no such pin, or it cannot be an input of this mode.</exception>
        /// <exception cref="ArgumentNullException">The controller, the interrupts or the reactor is null.</exception>
        /// <exception cref="InvalidOperationException">The pin is open already.</exception>
        public GpioInputPin(
            GpioController controller,
            int number,
            PinMode mode,
            bool activeLow,
            Interrupts interrupts,
            Reactor reactor,
            int source)
            : base(reactor, source, activeLow)
        {
            _controller = controller;
            _interrupts = interrupts;
            bool delivers = false;
            bool made = false;
            try
            {
                if (controller == null)
                {
                    throw Throw.Null("controller", "A pin");
                }

                if (interrupts == null)
                {
                    throw Throw.Null("interrupts", "A pin");
                }

                _pin = controller.OpenPin(number, mode);
                interrupts.Table.SetPin(number, this);
                delivers = true;
                Resync();
                made = true;
            }
            finally
            {
                // A pin that could not be made leaves nothing behind: it can be tried again.
                if (!made)
                {
                    Undo(delivers, reactor, source);
                }
            }
        }

        /// <summary>
        /// Asks the hardware for the level and starts the interrupt anew from it; an edge if the level is another one.
        /// After a light sleep, during which there are no interrupts.
        /// </summary>
        [Allocates("a value of 24 bytes that the pin is read as, and copies of it")]
        public void Resync()
        {
            // The native side enables the interrupt of a pin with a handler and keeps the level to compare with from
            // then.
            _pin.ValueChanged -= _nobody;
            _pin.ValueChanged += _nobody;

            // An interrupt that comes between asking and correcting knows better.
            long edges;
            do
            {
                edges = Edges;
                Correct(_pin.Read() == PinValue.High);
            }
            while (Edges != edges);
        }

        /// <summary>Closes the pin. Its source stays registered.</summary>
        public void Dispose()
        {
            _interrupts.Table.SetPin(_pin.PinNumber, null);
            _controller.ClosePin(_pin.PinNumber);
        }

        private void Undo(bool delivers, Reactor reactor, int source)
        {
            if (delivers)
            {
                _interrupts.Table.SetPin(_pin.PinNumber, null);
            }

            if (_pin != null)
            {
                _controller.ClosePin(_pin.PinNumber);
            }

            reactor.Release(source);
        }

        private static void Ignore(object sender, PinValueChangedEventArgs e)
        {
        }
    }
}
