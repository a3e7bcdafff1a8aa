namespace NanoExecutor.Interleavings
{
    /// <summary>
    /// One small situation, of which all schedules are explored. A new instance is built for each schedule.
    /// </summary>
    /// <remarks>
    /// All that the actors share has to be in fields of classes or in arrays, of the library or of the scenarios: those
    /// are watched. Objects of the base class library are not, and must not carry anything from one actor to another.
    /// </remarks>
    public abstract class Scenario
    {
        /// <summary>What it is about, in one line.</summary>
        public abstract string About { get; }

        /// <summary>What holds, if all its schedules are good.</summary>
        public abstract string Proves { get; }

        /// <summary>Preemptions to explore with at the most, where fewer than the usual have to do.</summary>
        public virtual int MaxPreemptions => int.MaxValue;

        /// <summary>Makes the objects and the actors. Nothing is interleaved yet.</summary>
        /// <param name="world">Where the actors live.</param>
        public abstract void Build(World world);

        /// <summary>Looks at the result once all actors have ended.</summary>
        /// <param name="world">Where to report a failure.</param>
        public virtual void Check(World world)
        {
        }

        /// <summary>Says in words what is wrong when no actor can go on.</summary>
        public virtual string Stuck()
        {
            return "deadlock: nobody can go on";
        }
    }
}
