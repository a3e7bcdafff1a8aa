using Mono.Cecil;
using NanoExecutor.AllocationProof.Checks;
using NanoExecutor.AllocationProof.Costs;
using NanoExecutor.AllocationProof.Reach;
using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof
{
    /// <summary>One proof over one set of assemblies: roots, all they reach, and every finding.</summary>
    internal sealed class Proof
    {
        private readonly CallGraph _graph;
        private readonly PlatformCheck _platform;
        private readonly List<Finding> _findings = [];

        public Proof(AssemblySet set, MemberTable members, SharedFields shared, bool onlyMarked)
        {
            Set = set;
            _platform = new PlatformCheck(set, members);
            Dispatch dispatch = new(set);
            DelegateTargets delegates = new(set, dispatch);
            RootFinder finder = new(set, dispatch, delegates);
            _graph = new CallGraph(set, dispatch, delegates);
            Roots = finder.Find(onlyMarked);
            Walk = Walk.ThroughAllocations(_graph, Roots.Roots);
            Open = [.. Walk.Reached.SelectMany(s => _graph.Of(s.Method).Open.Select(o => o.What)).Distinct().Order()];
            foreach (Step step in Walk.Reached)
            {
                _findings.AddRange(Constructs(step.Method).Select(c => Finding.At(step, c)));
            }

            Platform = new SortedDictionary<string, MemberCost>(_platform.Used.ToDictionary(), StringComparer.Ordinal);
            _findings.AddRange(NeedlessMarks());
            Allocations = Distinct(_findings);
            Refused = Distinct(set.Proved.SelectMany(RefusedCheck.Look));
            Interrupts = new InterruptCheck(set, finder, _graph, shared);
            Blocking = new BlockingCheck(set, finder, _graph, members, _platform);
            BlockingCalls = Distinct(Blocking.Findings).ExceptBy(Allocations.Select(f => f.Key), f => f.Key).ToList();
        }

        public AssemblySet Set { get; }

        public RootSet Roots { get; }

        public Walk Walk { get; }

        /// <summary>
        /// Calls that nothing in the assemblies read answers: whoever answers them is not part of this proof.
        /// </summary>
        public IReadOnlyList<string> Open { get; }

        public IReadOnlyList<Finding> Allocations { get; }

        public IReadOnlyList<Finding> Refused { get; }

        public InterruptCheck Interrupts { get; }

        public BlockingCheck Blocking { get; }

        /// <summary>What blocks, without what is a finding already.</summary>
        public IReadOnlyList<Finding> BlockingCalls { get; }

        /// <summary>The members of the allowed list that reached code calls.</summary>
        public IReadOnlyDictionary<string, MemberCost> Platform { get; }

        public bool Holds => !Findings.Any();

        public IEnumerable<Finding> Findings => [.. Allocations, .. Refused, .. Interrupts.Findings, .. BlockingCalls];

        /// <summary>
        /// One source compiled into several assemblies, or one line that breaks a rule twice, is one finding.
        /// </summary>
        private static List<Finding> Distinct(IEnumerable<Finding> findings)
        {
            return [.. findings.DistinctBy(f => f.Key)];
        }

        private IEnumerable<Construct> Constructs(MethodDefinition method)
        {
            return BodyCheck.Look(method).Concat(_platform.Look(_graph.Of(method)));
        }

        private bool IsFree(MethodDefinition method)
        {
            return !Constructs(method).Any() && _graph.Of(method).Open.Count == 0;
        }

        /// <summary>
        /// A member with [Allocates] from which no allocation can be found, and nothing that might be one: the mark
        /// would only keep it from being proved.
        /// </summary>
        private IEnumerable<Finding> NeedlessMarks()
        {
            foreach (MethodDefinition method in Roots.Exempt.Keys.Where(m => Marks.WhyAllocates(m) != null))
            {
                Root root = new(method, "marked [Allocates]", RootKind.Marked);
                Walk walk = Walk.ThroughAllocations(_graph, [root]);
                if (walk.Reached.Count > 0 && walk.Reached.All(s => IsFree(s.Method)))
                {
                    Construct mark = new(Rules.NeedlessMark, null, Naming.Member(method), "");
                    yield return Finding.At(walk.Reached[0], mark);
                }
            }
        }
    }
}
