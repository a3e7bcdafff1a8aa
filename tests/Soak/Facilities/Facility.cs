using NanoExecutor.Soak.Nodes;
using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Facilities
{
    /// <summary>
    /// Something that tasks wait for and interrupts change, with a model of it: what was given, what was taken, who has
    /// to be served.
    /// </summary>
    internal abstract class Facility(World world)
    {
        protected World World { get; } = world;

        protected Chance Chance => World.Chance;

        /// <summary>The shortest and the longest time between two interrupts, µs.</summary>
        public virtual (long Shortest, long Longest) Pace => (4_800, 960_000);

        /// <summary>Whether one more future can wait for it.</summary>
        public virtual bool HasRoom => true;

        /// <summary>Whether its futures may be polled by different executors.</summary>
        public virtual bool IsForAnyExecutor => false;

        /// <summary>Makes a future that waits for it, for a place of its own in a tree.</summary>
        public abstract Node NewLeaf();

        /// <summary>Something happens to it, in the middle of whatever runs.</summary>
        public virtual void Interrupt()
        {
        }

        /// <summary>A task takes what is there, without waiting, as far as that is allowed.</summary>
        public virtual void Try()
        {
        }

        /// <summary>When nothing runs: whether it and its model agree, and nobody waits for what is there.</summary>
        public virtual void CheckQuiet()
        {
        }

        /// <summary>At the end: gives those that still wait what they wait for.</summary>
        public virtual void Serve()
        {
        }

        /// <summary>After the end: nobody waits, nothing is held, and what is left is what the model says.</summary>
        public virtual void CheckEnd()
        {
        }

        protected void Unless(bool holds, string what)
        {
            BrokenException.Unless(holds, GetType().Name, what);
        }
    }
}
