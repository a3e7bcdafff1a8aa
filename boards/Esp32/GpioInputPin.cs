using System;
using System.Device.Gpio;
using System.Threading;

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
        private const int RestMilliseconds = (int)(StormRest / Duration.Millisecond);

        private static readonly PinValueChangedEventHandler _nobody = Ignore;

        private readonly GpioController _controller;
        private readonly Interrupts _interrupts;
        private readonly GpioPin _pin;
        private readonly int _number;

        // Ticks from the beginning of a rest to the end.
        private readonly Timer _ticks;

        // Whether it has been written out that there are storms.
        private bool _told;

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
            _number = number;
            _interrupts = interrupts;
            _ticks = new Timer(OnTick, null, Timeout.Infinite, Timeout.Infinite);
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
            SwitchOn();
            Sync(false);
        }

        /// <summary>Closes the pin. Its source stays registered.</summary>
        public void Dispose()
        {
            _ticks.Dispose();
            _interrupts.Table.SetPin(_number, null);
            _controller.ClosePin(_number);
        }

        private protected override bool ReadHardware()
        {
            return _pin.Read() == PinValue.High;
        }

        // The native side enables the interrupt of a pin with a handler and keeps the level to compare with from then.
        private protected override void SwitchOn()
        {
            _pin.ValueChanged -= _nobody;
            _pin.ValueChanged += _nobody;
        }

        private protected override void SwitchOff()
        {
            _pin.ValueChanged -= _nobody;
        }

        private protected override void StartTicks(long time)
        {
            _interrupts.NoteTime(time);
            _ticks.Change(RestMilliseconds, RestMilliseconds);
        }

        private protected override void StopTicks()
        {
            _ticks.Change(Timeout.Infinite, Timeout.Infinite);
        }

        private protected override long TimeNow()
        {
            return _interrupts.TimeNow();
        }

        [Allocates("what the level is read into, after a storm; and once what says that there was one")]
        private void OnTick(object state)
        {
            try
            {
                Tick();
                if (!_told && Storms > 0)
                {
                    _told = true;
                    Console.WriteLine(Messages.Storm(_number, StormEdges, StormWindow));
                }
            }
            catch (OutOfMemoryException)
            {
                // The next tick makes up for it.
            }
            catch (ObjectDisposedException)
            {
                // By another thread, in the middle of the tick.
            }
        }

        private void Undo(bool delivers, Reactor reactor, int source)
        {
            _ticks.Dispose();
            if (delivers)
            {
                _interrupts.Table.SetPin(_number, null);
            }

            if (_pin != null)
            {
                _controller.ClosePin(_number);
            }

            reactor.Release(source);
        }

        private static void Ignore(object sender, PinValueChangedEventArgs e)
        {
        }
    }
}
