using System.Device.Gpio;

namespace NanoExecutor.Boards.Esp32
{
    /// <summary>What is where on a board, and which CLR goes onto it.</summary>
    /// <remarks>Each is made when it is asked for: a program asks for one, at start-up.</remarks>
    public sealed class BoardDefinition
    {
        /// <summary>The number of a pin that the board has not.</summary>
        public const int None = -1;

        // From this one on the pins of an ESP32 are only inputs, and have no pull-up; the board has one then.
        private const int FirstInputOnly = 34;

        private BoardDefinition(
            string name, string target, int led, bool ledActiveLow, int button, int firstOutput, int secondOutput)
        {
            Name = name;
            Target = target;
            Led = led;
            LedActiveLow = ledActiveLow;
            Button = button;
            FirstOutput = firstOutput;
            SecondOutput = secondOutput;
        }

        /// <summary>ESP32-DevKitC and its clones with a WROOM-32; the LED is on the clones.</summary>
        public static BoardDefinition DevKitC =>
            new BoardDefinition("ESP32-DevKitC", "ESP32_REV3", 2, false, 0, 26, 27);

        /// <summary>
        /// ESP32-S3-DevKitC-1. Its RGB LED (GPIO38, or 48 on version 1.0) wants a protocol, not a level: no LED here.
        /// With octal PSRAM; ESP32_S3_QUAD for the others.
        /// </summary>
        public static BoardDefinition S3DevKitC =>
            new BoardDefinition("ESP32-S3-DevKitC-1", "ESP32_S3_OCTAL", None, false, 0, 4, 5);

        /// <summary>ESP32-C3-DevKitM-1. Its RGB LED (GPIO8) wants a protocol, not a level: no LED here.</summary>
        public static BoardDefinition C3DevKitM =>
            new BoardDefinition("ESP32-C3-DevKitM-1", "ESP32_C3", None, false, 9, 4, 5);

        /// <summary>
        /// M5StickC. The LED lies between the pin and the supply; the outputs are on the hat and the Grove socket.
        /// </summary>
        public static BoardDefinition M5StickC => new BoardDefinition("M5StickC", "M5StickC", 10, true, 37, 26, 32);

        /// <summary>
        /// ESP-WROVER-KIT. The green one of its three LEDs; the blue one is the first output, the red one shares GPIO0
        /// with the button.
        /// </summary>
        public static BoardDefinition WroverKit =>
            new BoardDefinition("ESP-WROVER-KIT", "ESP_WROVER_KIT", 2, false, 0, 4, 26);

        /// <summary>What the board is called.</summary>
        public string Name { get; }

        /// <summary>What nanoff calls its CLR: <c>-p:NanoTarget=…</c> of the deploy command.</summary>
        public string Target { get; }

        /// <summary>The pin of the LED, or <see cref="None"/>.</summary>
        public int Led { get; }

        /// <summary>Whether the LED is lit by a low level.</summary>
        public bool LedActiveLow { get; }

        /// <summary>The pin of the button that is not reset, low when pressed.</summary>
        public int Button { get; }

        /// <summary>How to open that pin.</summary>
        public PinMode ButtonMode => Button < FirstInputOnly ? PinMode.InputPullUp : PinMode.Input;

        /// <summary>A pin that is free for an output.</summary>
        public int FirstOutput { get; }

        /// <summary>Another pin that is free for an output.</summary>
        public int SecondOutput { get; }

        /// <summary>The board that goes with a CLR; the most common one of its chip if several do.</summary>
        /// <param name="target">As nanoff and SystemInfo.TargetName call it.</param>
        /// <exception cref="System.ArgumentException">
        /// No board is known that goes with this target; those of an ESP32, an S3, a C3 and the boards named here are.
        /// Another chip has other pins: GPIO 26 and 27, free on an ESP32, are those of its flash on some.
        /// </exception>
        /// <exception cref="System.ArgumentNullException">The target is null.</exception>
        [Allocates("the definition")]
        public static BoardDefinition ForTarget(string target)
        {
            if (target == null)
            {
                throw Throw.Null("target", "A board definition");
            }

            if (target.IndexOf("M5StickC") == 0)
            {
                return M5StickC;
            }

            if (target.IndexOf("ESP_WROVER_KIT") == 0)
            {
                return WroverKit;
            }

            if (target.IndexOf("ESP32_S3") == 0)
            {
                return S3DevKitC;
            }

            if (target.IndexOf("ESP32_C3") == 0)
            {
                return C3DevKitM;
            }

            // ESP32_REV0, ESP32_REV3, ESP32_BLE_REV3, ESP32_PSRAM_REV0, …; no letter of another chip.
            if (target.IndexOf("ESP32_REV") == 0
                || target.IndexOf("ESP32_PSRAM") == 0
                || target.IndexOf("ESP32_BLE_REV") == 0)
            {
                return DevKitC;
            }

            throw Throw.UnknownTarget(target);
        }
    }
}
