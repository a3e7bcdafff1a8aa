using System.Collections.Generic;

namespace NanoExecutor.Generator
{
    /// <summary>The guarded part of a try statement in the lowered code.</summary>
    internal sealed class Region
    {
        private readonly List<AwaitOp> _awaits = new List<AwaitOp>();

        public Region(Region? parent, bool resumes)
        {
            Parent = parent;
            Resumes = resumes;
        }

        public Region? Parent { get; }

        /// <summary>Whether it contains an Await, so that Poll has to come back into it.</summary>
        public bool Resumes { get; }

        /// <summary>Where an exception in it may go: its catch and finally blocks.</summary>
        public List<Label> Handlers { get; } = new List<Label>();

        /// <summary>Its first operation, where Poll gets to when it comes back.</summary>
        public Label Start { get; } = new Label("start");

        /// <summary>The Awaits in it, those of inner regions too.</summary>
        public IReadOnlyList<AwaitOp> Awaits => _awaits;

        /// <summary>Where a cancellation enters it, inner regions too.</summary>
        public List<CancelOp> Cancels { get; } = new List<CancelOp>();

        public void Add(AwaitOp op)
        {
            for (Region? at = this; at != null; at = at.Parent)
            {
                at._awaits.Add(op);
            }
        }

        public void Add(CancelOp op)
        {
            for (Region? at = this; at != null; at = at.Parent)
            {
                at.Cancels.Add(op);
            }
        }
    }
}
