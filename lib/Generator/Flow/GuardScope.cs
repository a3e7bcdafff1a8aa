using System.Collections.Generic;

namespace NanoExecutor.Generator
{
    /// <summary>The guarded part of a try with a finally block.</summary>
    internal sealed class GuardScope : Scope
    {
        public GuardScope(Region region, Label entry, AwaitedFinally? awaited)
        {
            Region = region;
            Entry = entry;
            Awaited = awaited;
        }

        public Region Region { get; }

        /// <summary>The finally block.</summary>
        public Label Entry { get; }

        /// <summary>Set if the finally block awaits; a real one otherwise.</summary>
        public AwaitedFinally? Awaited { get; }

        /// <summary>Where jumps go that a real finally block lets through.</summary>
        public HashSet<Label> Crossing { get; } = new HashSet<Label>();

        /// <summary>Where cancellations enter.</summary>
        public List<CancelOp> Cancels { get; } = new List<CancelOp>();
    }
}
