using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof.Reach
{
    /// <summary>
    /// All that the roots can reach, breadth first, so that the path kept for each method is a shortest one. It stops
    /// at the methods marked [ThrowHelper].
    /// </summary>
    internal sealed class Walk
    {
        private readonly Dictionary<MethodDefinition, Step> _seen = [];
        private readonly List<Step> _reached = [];
        private readonly List<Step> _helpers = [];

        public Walk(CallGraph graph, IEnumerable<Root> roots)
        {
            foreach (Root root in roots)
            {
                Visit(new Step(root.Method, root, null, null));
            }

            for (int i = 0; i < _reached.Count; i++)
            {
                Step step = _reached[i];
                foreach ((Instruction site, MethodDefinition target) in graph.Of(step.Method).Followed)
                {
                    Visit(new Step(target, step.Root, step, site));
                }
            }
        }

        /// <summary>Every method whose IL can run, in the order in which it was found.</summary>
        public IReadOnlyList<Step> Reached => _reached;

        /// <summary>Every throw helper that can be called.</summary>
        public IReadOnlyList<Step> Helpers => _helpers;

        private void Visit(Step step)
        {
            if (_seen.TryAdd(step.Method, step))
            {
                (Marks.IsThrowHelper(step.Method) ? _helpers : _reached).Add(step);
            }
        }
    }
}
