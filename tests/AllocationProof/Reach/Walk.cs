using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof.Reach
{
    /// <summary>
    /// All that the roots can reach, breadth first, so that the path kept for each method is a shortest one.
    /// </summary>
    internal sealed class Walk
    {
        private readonly HashSet<MethodDefinition> _seen = [];
        private readonly HashSet<MethodDefinition> _passed = [];
        private readonly List<Step> _reached = [];
        private readonly List<Step> _passedOver = [];
        private readonly Func<Step, bool> _passesOver;

        private Walk(CallGraph graph, IEnumerable<Root> roots, Func<Step, bool> passesOver, bool intoConstructors)
        {
            _passesOver = passesOver;
            foreach (Root root in roots)
            {
                Visit(new Step(root.Method, root, null, null));
            }

            for (int i = 0; i < _reached.Count; i++)
            {
                Step step = _reached[i];
                Calls calls = graph.Of(step.Method);
                IEnumerable<(Instruction Site, MethodDefinition Target)> made = intoConstructors ? calls.Made : [];
                foreach ((Instruction site, MethodDefinition target) in calls.Followed.Concat(made))
                {
                    Visit(new Step(target, step.Root, step, site));
                }
            }
        }

        /// <summary>Every method whose IL can run, in the order in which it was found.</summary>
        public IReadOnlyList<Step> Reached => _reached;

        /// <summary>Every method that can be called and was not looked into.</summary>
        public IReadOnlyList<Step> PassedOver => _passedOver;

        /// <summary>
        /// For the heap: past the methods marked [ThrowHelper], where the mark can be seen from the call, and into no
        /// constructor, since the object that is made is the finding.
        /// </summary>
        public static Walk ThroughAllocations(CallGraph graph, IEnumerable<Root> roots)
        {
            return new Walk(graph, roots, IsExempt, intoConstructors: false);
        }

        /// <summary>For time, which goes by in constructors and in the reports of errors too.</summary>
        public static Walk ThroughEverything(CallGraph graph, IEnumerable<Root> roots, Func<Step, bool> passesOver)
        {
            return new Walk(graph, roots, passesOver, intoConstructors: true);
        }

        /// <summary>
        /// The mark is held to its promise where such a method is called by its name. What is called in its place, by
        /// an override or a delegate, would only hide behind it, unless it is handed an exception to deal with.
        /// </summary>
        private static bool IsExempt(Step step)
        {
            return Marks.IsThrowHelper(step.Method)
                && (step.IsNamed()
                    || step.Method.Parameters.Any(p => TypeFacts.DerivesFrom(p.ParameterType, "System.Exception")));
        }

        private void Visit(Step step)
        {
            if (_passesOver(step))
            {
                if (_passed.Add(step.Method))
                {
                    _passedOver.Add(step);
                }
            }
            else if (_seen.Add(step.Method))
            {
                _reached.Add(step);
            }
        }
    }
}
