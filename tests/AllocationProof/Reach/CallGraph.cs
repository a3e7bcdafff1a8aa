using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof.Reach
{
    /// <summary>
    /// Who calls whom. Constructors are kept apart: for the heap the object made there is the finding, and code that
    /// runs while an object is set up is not what that proof is about.
    /// </summary>
    internal sealed class CallGraph
    {
        private readonly AssemblySet _set;
        private readonly Dispatch _dispatch;
        private readonly DelegateTargets _delegates;
        private readonly Dictionary<MethodDefinition, Calls> _known = [];

        public CallGraph(AssemblySet set, Dispatch dispatch, DelegateTargets delegates)
        {
            _set = set;
            _dispatch = dispatch;
            _delegates = delegates;
        }

        public Calls Of(MethodDefinition method)
        {
            if (!_known.TryGetValue(method, out Calls? calls))
            {
                _known.Add(method, calls = new Calls());
                foreach (Instruction instruction in method.Body.Instructions)
                {
                    Add(calls, instruction);
                }
            }

            return calls;
        }

        private void Add(Calls calls, Instruction site)
        {
            Code code = site.OpCode.Code;
            if (code is not (Code.Call or Code.Callvirt or Code.Newobj) || site.Operand is not MethodReference named)
            {
                return;
            }

            if (named.DeclaringType is ArrayType)
            {
                return;
            }

            MethodDefinition? target = named.Resolve();
            if (target == null)
            {
                calls.Outside.Add((site, named));
            }
            else if (code == Code.Newobj)
            {
                // DateTime and TimeSpan are primitives there: their constructors are calls like any other.
                if (target.DeclaringType.IsValueType && !TypeFacts.IsStruct(target.DeclaringType))
                {
                    calls.Outside.Add((site, target));
                }
                else if (_set.Follows(target) && target.HasBody)
                {
                    calls.Made.Add((site, target));
                }
            }
            else if (TypeFacts.IsInvoke(target))
            {
                AddDelegate(calls, site, target);
            }
            else
            {
                AddMethod(calls, site, target, virtually: code == Code.Callvirt && target.IsVirtual);
            }
        }

        private void AddDelegate(Calls calls, Instruction site, MethodDefinition invoke)
        {
            IReadOnlyList<MethodDefinition> targets = _delegates.Of(invoke.DeclaringType);
            foreach (MethodDefinition target in targets)
            {
                AddMethod(calls, site, target, virtually: false);
            }

            if (targets.Count == 0)
            {
                string type = Naming.Short(invoke.DeclaringType, withNamespace: true);
                calls.Open.Add((site, $"no method is made into a {type}"));
            }
        }

        private void AddMethod(Calls calls, Instruction site, MethodDefinition target, bool virtually)
        {
            bool answered = Follow(calls, site, target);
            if (virtually)
            {
                foreach (MethodDefinition answer in _dispatch.Of(target))
                {
                    answered |= Follow(calls, site, answer);
                }
            }

            if (!answered)
            {
                calls.Open.Add((site, $"nothing answers {Naming.Full(target)}"));
            }
        }

        private bool Follow(Calls calls, Instruction site, MethodDefinition target)
        {
            if (_set.Follows(target) && target.HasBody)
            {
                calls.Followed.Add((site, target));
                return true;
            }

            if (_set.Follows(target) && target.IsAbstract)
            {
                return false;
            }

            calls.Outside.Add((site, target));
            return true;
        }
    }

    /// <summary>What one method calls.</summary>
    internal sealed class Calls
    {
        /// <summary>Methods whose IL is at hand.</summary>
        public List<(Instruction Site, MethodDefinition Target)> Followed { get; } = [];

        /// <summary>Constructors whose IL is at hand, of the objects that it makes.</summary>
        public List<(Instruction Site, MethodDefinition Target)> Made { get; } = [];

        /// <summary>Members without IL to follow: the platform's, and native ones.</summary>
        public List<(Instruction Site, MethodReference Member)> Outside { get; } = [];

        /// <summary>Virtual calls and delegates that nothing in the assemblies read answers.</summary>
        public List<(Instruction Site, string What)> Open { get; } = [];
    }

    /// <summary>How a method was reached: from a root, or by a call from a method reached before.</summary>
    internal sealed record Step(MethodDefinition Method, Root Root, Step? From, Instruction? Site)
    {
        /// <summary>The steps from the root to this one.</summary>
        public IEnumerable<Step> Path()
        {
            return From == null ? [this] : From.Path().Append(this);
        }

        /// <summary>
        /// Whether whoever calls the method names it, and so sees its marks; not so through a delegate or an override.
        /// </summary>
        public bool IsNamed()
        {
            return From == null
                ? Root.Kind == RootKind.Public
                : Site?.Operand is MethodReference named && named.Resolve() == Method;
        }
    }

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
        /// For the heap: past the methods marked [ThrowHelper] or [AllocatesRarely], where the mark can be seen from the call, and into no
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
            return (Marks.WhyRarely(step.Method) != null && step.IsNamed()) || (Marks.IsThrowHelper(step.Method)
                && (step.IsNamed()
                    || step.Method.Parameters.Any(p => TypeFacts.DerivesFrom(p.ParameterType, "System.Exception"))));
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
