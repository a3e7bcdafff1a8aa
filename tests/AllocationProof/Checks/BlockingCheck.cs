using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoExecutor.AllocationProof.Costs;
using NanoExecutor.AllocationProof.Reach;
using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof.Checks
{
    /// <summary>
    /// The rule of time: whatever the executor or an interrupt calls reaches nothing that waits. Errors are no excuse,
    /// so this walk goes into throw helpers and constructors as well.
    /// </summary>
    internal sealed class BlockingCheck
    {
        private readonly RootFinder _finder;
        private readonly CallGraph _graph;
        private readonly MemberTable _members;
        private readonly PlatformCheck _platform;
        private readonly List<Finding> _findings = [];

        public BlockingCheck(
            AssemblySet set, RootFinder finder, CallGraph graph, MemberTable members, PlatformCheck platform)
        {
            _finder = finder;
            _graph = graph;
            _members = members;
            _platform = platform;
            Entries = finder.FindPrompt();
            foreach (Step step in WalkFrom(Entries.Roots).Reached)
            {
                _findings.AddRange(Look(step.Method).Select(c => Finding.At(step, c)));
            }

            FindNeedlessMarks(set);
        }

        /// <summary>What must not block, and what a [Blocks] keeps from being held to it.</summary>
        public RootSet Entries { get; }

        public IReadOnlyList<Finding> Findings => _findings;

        private static string Shown(MethodReference method)
        {
            return $"{Naming.Short(method.DeclaringType)}.{Naming.Member(method)}";
        }

        /// <summary>
        /// A root's own mark does not excuse it: the one that counts is on what it is called through.
        /// </summary>
        private Walk WalkFrom(IEnumerable<Root> roots)
        {
            return Walk.ThroughEverything(_graph, roots, s => s.From != null && WhyBlocks(s.Site!, s.Method) != null);
        }

        private IEnumerable<Construct> Look(MethodDefinition method)
        {
            if (method.IsSynchronized)
            {
                yield return new Construct(
                    BlockingRules.Call, null, "[MethodImpl(Synchronized)], a lock around the method", "");
            }

            Calls calls = _graph.Of(method);
            foreach ((Instruction site, MethodReference member) in calls.Outside)
            {
                if (Platform(site, member) is { } found)
                {
                    yield return found;
                }
            }

            ILookup<Instruction, MethodDefinition> targets =
                calls.Followed.Concat(calls.Made).ToLookup(c => c.Site, c => c.Target);
            foreach (Instruction site in method.Body.Instructions)
            {
                if (Marked(site, targets[site]) is { } found)
                {
                    yield return found;
                }
            }
        }

        private Construct? Platform(Instruction site, MethodReference member)
        {
            string id = Naming.DocId(member);
            MemberCost? cost = _members.Find(id);
            return cost == null ? _platform.Unlisted(site, member, id)
                : cost.Blocks ? new Construct(BlockingRules.Call, site, Shown(member), "")
                : null;
        }

        /// <summary>A call of something marked [Blocks], whoever answers it.</summary>
        private Construct? Marked(Instruction site, IEnumerable<MethodDefinition> targets)
        {
            if (site.Operand is not MethodReference named || named.Resolve() is not { } shown
                || site.OpCode.FlowControl != FlowControl.Call)
            {
                return null;
            }

            string? why = targets.Append(shown).Select(t => WhyBlocks(site, t)).FirstOrDefault(w => w != null);
            return why == null
                ? null
                : new Construct(BlockingRules.Call, site, $"{Shown(shown)}, marked [Blocks]: {why}", "");
        }

        private string? WhyBlocks(Instruction site, MethodDefinition target)
        {
            MethodDefinition? named = (site.Operand as MethodReference)?.Resolve();
            return named != null && TypeFacts.IsInvoke(named)
                ? Marks.WhyBlocks(named.DeclaringType)
                : _finder.WhyBlocks(target);
        }

        /// <summary>
        /// A member with [Blocks] that reaches nothing that blocks: the mark would only keep tasks from calling it. One
        /// that can be overridden speaks for others too.
        /// </summary>
        private void FindNeedlessMarks(AssemblySet set)
        {
            IEnumerable<MethodDefinition> marked = set.Proved
                .SelectMany(a => a.MainModule.GetTypes())
                .SelectMany(t => t.Methods)
                .Where(m => m.HasBody && !m.IsVirtual && Marks.WhyBlocks(m) != null);
            foreach (MethodDefinition method in marked)
            {
                Walk walk = WalkFrom([new Root(method, "marked [Blocks]", RootKind.Marked)]);
                if (walk.Reached.All(s => !Look(s.Method).Any() && _graph.Of(s.Method).Open.Count == 0))
                {
                    _findings.Add(Finding.At(
                        walk.Reached[0], new Construct(BlockingRules.NeedlessMark, null, Naming.Member(method), "")));
                }
            }
        }
    }

    /// <summary>
    /// The ownership rule: what an interrupt or another thread can reach writes fields of the wake protocol, and no
    /// others but those that SharedFields.tsv gives a reason for.
    /// </summary>
    internal sealed class InterruptCheck
    {
        private readonly List<FieldWrite> _writes = [];
        private readonly List<Finding> _findings = [];

        public InterruptCheck(AssemblySet set, RootFinder finder, CallGraph graph, SharedFields shared)
        {
            RootSet roots = new();
            foreach ((string name, string why) in shared.Entries)
            {
                AddEntry(set, finder, roots, name, why);
            }

            finder.InterruptEntries().ToList().ForEach(r => roots.Add(r, null));
            Entries = roots.Roots;
            foreach (Step step in Walk.ThroughAllocations(graph, roots.Roots).Reached)
            {
                foreach (FieldWrite write in FieldWrite.In(step))
                {
                    Judge(write, shared);
                }
            }

            FindStale(set, shared);
        }

        public IReadOnlyCollection<Root> Entries { get; }

        /// <summary>All writes that were found, allowed ones included.</summary>
        public IReadOnlyList<FieldWrite> Writes => _writes;

        public IReadOnlyList<Finding> Findings => _findings;

        private static IEnumerable<TypeDefinition> TypesNamed(AssemblySet set, string name)
        {
            return set.Types.Where(t => Naming.Short(t, withNamespace: true) == name);
        }

        private static bool IsNamed(MethodDefinition method, string name)
        {
            return method.Name == name || method.Name == "get_" + name;
        }

        private void AddEntry(AssemblySet set, RootFinder finder, RootSet roots, string name, string why)
        {
            int dot = name.LastIndexOf('.');
            MethodDefinition[] methods =
            [
                .. TypesNamed(set, name[..dot]).SelectMany(t => t.Methods).Where(m => IsNamed(m, name[(dot + 1)..])),
            ];
            foreach (MethodDefinition method in methods)
            {
                finder.ForAnyThread(method, why).ToList().ForEach(r => roots.Add(r, null));
            }

            if (methods.Length == 0 && set.Followed.Any(a => a.Name.Name == RootFinder.Library))
            {
                _findings.Add(new Finding(SharingRules.Stale, name, Place.Unknown, "entry", "", null));
            }
        }

        private void Judge(FieldWrite write, SharedFields shared)
        {
            _writes.Add(write);
            if (shared.Owners.Contains(Naming.Short(write.DeclaredIn, withNamespace: true))
                || shared.Fields.ContainsKey(write.Name) || !IsOurs(write.DeclaredIn))
            {
                return;
            }

            _findings.Add(new Finding(
                SharingRules.Outside, Naming.Full(write.Step.Method), write.Place, write.Name, "", write.Step));
        }

        /// <summary>What firmware keeps in its own fields is its author's business.</summary>
        private static bool IsOurs(TypeDefinition type)
        {
            return type.Module.Assembly.Name.Name.StartsWith(RootFinder.Library, StringComparison.Ordinal);
        }

        private void FindStale(AssemblySet set, SharedFields shared)
        {
            HashSet<string> written = [.. _writes.Select(w => w.Name)];
            foreach (string name in shared.Fields.Keys.Where(n => !written.Contains(n)))
            {
                if (TypesNamed(set, name[..name.LastIndexOf('.')]).Any(t => set.Proved.Contains(t.Module.Assembly)))
                {
                    _findings.Add(new Finding(
                        SharingRules.Stale, name, Place.Unknown, "field, written by no interrupt", "", null));
                }
            }
        }
    }
}
