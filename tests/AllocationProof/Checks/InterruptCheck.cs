using Mono.Cecil;
using NanoExecutor.AllocationProof.Costs;
using NanoExecutor.AllocationProof.Reach;
using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof.Checks
{
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
