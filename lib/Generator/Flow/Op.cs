using System.Collections.Generic;

namespace NanoExecutor.Generator
{
    /// <summary>One step of the lowered method: what it reads and writes, where control goes, and its text.</summary>
    internal abstract class Op
    {
        /// <summary>Variables whose value before this step it may use.</summary>
        public HashSet<Variable> Reads { get; } = new HashSet<Variable>();

        /// <summary>Variables that it always writes.</summary>
        public HashSet<Variable> Kills { get; } = new HashSet<Variable>();

        /// <summary>Variables that it may write.</summary>
        public HashSet<Variable> Writes { get; } = new HashSet<Variable>();

        /// <summary>Where it may jump.</summary>
        public List<Label> Jumps { get; } = new List<Label>();

        /// <summary>Whether the next step may follow.</summary>
        public bool FallsThrough { get; set; } = true;

        /// <summary>The try it stands in.</summary>
        public Region? Region { get; set; }

        public abstract void Write(PollWriter writer);

        public void Take(Jump jump)
        {
            Jumps.AddRange(jump.Reaches);
            Writes.UnionWith(jump.Writes);
        }
    }
}
