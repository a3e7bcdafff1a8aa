using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace NanoExecutor.Generator
{
    /// <summary>Something that encloses the statement being lowered and matters to jumps.</summary>
    internal abstract class Scope
    {
    }

    /// <summary>A finally block that awaits.</summary>
    internal sealed class FinallyScope : Scope
    {
    }

    /// <summary>A catch block that awaits.</summary>
    internal sealed class CatchScope : Scope
    {
        public CatchScope(SyntaxNode syntax, Variable? caught)
        {
            Syntax = syntax;
            Caught = caught;
        }

        public SyntaxNode Syntax { get; }

        /// <summary>What throw; throws; null if there is none.</summary>
        public Variable? Caught { get; }
    }

    /// <summary>A lowered loop or switch.</summary>
    internal sealed class JumpScope : Scope
    {
        public JumpScope(SyntaxNode syntax, Label leave, Label? again)
        {
            Syntax = syntax;
            Break = leave;
            Continue = again;
        }

        public SyntaxNode Syntax { get; }

        public Label Break { get; }

        public Label? Continue { get; }
    }

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

    /// <summary>
    /// A finally block that awaits. No real finally block can be left and entered again, so it is ordinary code that every
    /// way out of its try is led through; two variables keep why.
    /// </summary>
    internal sealed class AwaitedFinally
    {
        private readonly List<Way> _exits = new List<Way>();

        public AwaitedFinally(Label entry, Variable exit, Variable exception)
        {
            Entry = entry;
            Exit = exit;
            Exception = exception;
        }

        public Label Entry { get; }

        /// <summary>0 to go on behind the block, or the code of an exit.</summary>
        public Variable Exit { get; }

        /// <summary>What to throw behind the block; null for nothing.</summary>
        public Variable Exception { get; }

        public IReadOnlyList<Way> Exits => _exits;

        public int CodeOf(Scope? outer, Label target)
        {
            for (int i = 0; i < _exits.Count; i++)
            {
                if (_exits[i].Target == target)
                {
                    return i + 1;
                }
            }

            _exits.Add(new Way(outer, target));
            return _exits.Count;
        }

        /// <summary>A way out that passes through the block.</summary>
        internal sealed class Way
        {
            public Way(Scope? outer, Label target)
            {
                Outer = outer;
                Target = target;
            }

            /// <summary>The scope of the target; null for the end of the method.</summary>
            public Scope? Outer { get; }

            public Label Target { get; }
        }
    }

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
