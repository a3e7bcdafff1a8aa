using NanoExecutor;

namespace Greenhouse
{
    /// <summary>
    /// A task of the node, in straight lines: its steps have names, for whoever watches it, and it counts how often it
    /// got to the end of its round, for the watchdog.
    /// </summary>
    public abstract class NodeTask : Routine
    {
        /// <summary>
        /// By how much whatever the node does by the clock may be late, µs. A park of an ESP32 ends up to 13 ms late, so
        /// what tolerates more is slept through to its end, and deadlines that lie so close together share one park.
        /// </summary>
        protected const long Tolerance = 20 * Duration.Millisecond;

        private readonly string[] _steps;

        /// <summary>Makes a task that does nothing but wait, and act at once.</summary>
        /// <param name="name">What to call it.</param>
        protected NodeTask(string name)
            : this(name, new string[] { "waiting" })
        {
        }

        /// <summary>Makes a task at its first step.</summary>
        /// <param name="name">What to call it.</param>
        /// <param name="steps">What to call its steps.</param>
        protected NodeTask(string name, string[] steps)
        {
            Name = name;
            Label = LineWriter.Word(name);
            _steps = steps;
        }

        /// <summary>What to call it.</summary>
        public string Name { get; }

        /// <summary>The name, to be printed.</summary>
        public byte[] Label { get; }

        /// <summary>The step it is at, in words.</summary>
        public string StepName => _steps[Step];

        /// <summary>Rounds it has finished.</summary>
        public int Rounds { get; private set; }

        /// <summary>Its handle at the executor.</summary>
        public long Handle { get; internal set; }

        /// <summary>The step it is at.</summary>
        protected int Step { get; set; }

        /// <summary>Goes to the first step, having done what the task is for.</summary>
        protected void EndRound()
        {
            Step = 0;
            Rounds++;
        }
    }
}
