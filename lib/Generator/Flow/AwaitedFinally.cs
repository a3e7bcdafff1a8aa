using System.Collections.Generic;

namespace NanoExecutor.Generator
{
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
}
