using NanoExecutor;

namespace Greenhouse
{
    /// <summary>
    /// All the node needs from a machine. A start-up project derives from it, sets every property in its constructor,
    /// and is done: the rest of the firmware is the same everywhere.
    /// </summary>
    public abstract class GreenhouseBoard
    {
        private const int TracedRecords = 256;

        /// <summary>Sets what is the same on every board.</summary>
        protected GreenhouseBoard()
        {
            Output = new BoardOutput(this);
        }

        /// <summary>Where the board's interrupts go: <see cref="Sources"/>.</summary>
        public Reactor Reactor { get; } = new Reactor(Sources.Count);

        /// <summary>What the executor runs on.</summary>
        public Machine Machine { get; protected set; }

        /// <summary>The time.</summary>
        public Clock Clock => Machine.Clock;

        /// <summary>Flashes while the executor runs.</summary>
        public OutputPin Heartbeat { get; protected set; }

        /// <summary>High while there is an alarm that nobody has acknowledged.</summary>
        public OutputPin Warning { get; protected set; }

        /// <summary>The fan.</summary>
        public OutputPin Fan { get; protected set; }

        /// <summary>The push button, high while pressed; raises <see cref="Sources.Button"/>.</summary>
        public InputPin Button { get; protected set; }

        /// <summary>The soil probe.</summary>
        public Probe Probe { get; protected set; }

        /// <summary>Where lines go: to <see cref="Print"/>.</summary>
        public ByteSink Output { get; }

        /// <summary>Is told what the executor does; null for nobody.</summary>
        public TraceRing Tracer { get; private set; }

        /// <summary>
        /// Has the node traced, from before it is made: frames go among the lines, for firmware/Monitor to take out again.
        /// </summary>
        /// <param name="bytesPerSecond">The most that is written in a second.</param>
        public void Trace(int bytesPerSecond)
        {
            Tracer = new TraceRing(TracedRecords);
            Tracer.NameSource(Sources.Button, "button");
            Tracer.NameSource(Sources.Status, "status");
            Tracer.NameMark(Marks.Temperature, "temperature");
            Tracer.Stream(Output, bytesPerSecond, "greenhouse");
            Reactor.Tracer = Tracer;
        }

        /// <summary>Reads the thermometer, at once. Allocates nothing.</summary>
        /// <param name="hundredths">Hundredths of a degree Celsius.</param>
        /// <returns>False if the thermometer does not answer.</returns>
        public abstract bool TryReadTemperature(out int hundredths);

        /// <summary>
        /// Prints a line of ASCII. Allocates nothing, and keeps no reference: the buffer is used again.
        /// </summary>
        /// <param name="buffer">Holds the line and its line feed.</param>
        /// <param name="length">Bytes of it.</param>
        public abstract void Print(byte[] buffer, int length);

        private sealed class BoardOutput : ByteSink
        {
            private readonly GreenhouseBoard _board;

            internal BoardOutput(GreenhouseBoard board)
            {
                _board = board;
            }

            public override void Write(byte[] bytes, int count)
            {
                _board.Print(bytes, count);
            }
        }
    }
}
