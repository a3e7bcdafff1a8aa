using Mono.Cecil;
using NanoExecutor.AllocationProof.Checks;
using NanoExecutor.AllocationProof.Costs;
using NanoExecutor.AllocationProof.Reach;
using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof
{
    /// <summary>Writes a proof as plain lines, the same in a terminal and in a log.</summary>
    internal sealed class Report
    {
        private const int NameWidth = 44;

        private readonly TextWriter _out;

        public Report(TextWriter output)
        {
            _out = output;
        }

        public void Write(Proof proof, bool verbose)
        {
            WriteAssemblies(proof.Set);
            WriteRoots(proof.Roots);
            WriteReached(proof.Walk, verbose);
            WriteExemptions(proof.Walk);
            WriteSetUp(proof.Roots);
            WritePlatform(proof);
            WriteOpen(proof.Open);
            WriteBlocking(proof.Blocking.Entries);
            WriteInterrupts(proof.Interrupts);
            WriteFindings(proof);
            _out.WriteLine($"{Count(proof.Refused.Count, "construct")} that nanoCLR cannot take");
            int writes = proof.Interrupts.Findings.Count(f => f.Rule == SharingRules.Outside);
            int stale = proof.Interrupts.Findings.Count - writes;
            _out.WriteLine($"{Count(writes, "write")} from interrupts outside the wake protocol");
            _out.WriteLine($"{Count(stale, "outdated line")} in SharedFields.tsv");
            _out.WriteLine($"{Count(proof.BlockingCalls.Count, "call")} that can block a task or an interrupt");
            _out.WriteLine(Count(proof.Allocations.Count, "allocation"));
        }

        public void WriteFindings(Proof proof)
        {
            int number = 0;
            foreach (Finding finding in proof.Findings)
            {
                WriteFinding(++number, finding);
            }
        }

        private static string Count(int count, string what)
        {
            return $"{count} {what}{(count == 1 ? "" : "s")}";
        }

        private static string TypeOf(MethodDefinition method)
        {
            return Naming.Short(method.DeclaringType, withNamespace: true);
        }

        private static IEnumerable<IGrouping<string, T>> Sorted<T>(IEnumerable<IGrouping<string, T>> groups)
        {
            return groups.OrderBy(g => g.Key, StringComparer.Ordinal);
        }

        private void Heading(string text)
        {
            _out.WriteLine();
            _out.WriteLine(text);
        }

        private void Line(string name, string text)
        {
            _out.WriteLine($"  {name.PadRight(NameWidth)}  {text}".TrimEnd());
        }

        private void ByType(IEnumerable<MethodDefinition> methods)
        {
            foreach (IGrouping<string, MethodDefinition> type in Sorted(methods.GroupBy(TypeOf)))
            {
                IEnumerable<string> names = type.Select(m => Naming.Member(m).Split('(')[0]).Distinct();
                Line(type.Key, string.Join(", ", names.Order(StringComparer.Ordinal)));
            }
        }

        private void WriteAssemblies(AssemblySet set)
        {
            Heading("Assemblies");
            foreach (AssemblyDefinition assembly in set.Followed)
            {
                bool proved = set.Proved.Contains(assembly);
                Line(assembly.Name.Name, proved
                    ? $"{RefusedCheck.IlOf(assembly)} of {RefusedCheck.MaxIl} bytes of IL"
                    : "followed into, its own members are no roots");
            }
        }

        private void WriteRoots(RootSet roots)
        {
            Heading($"Roots: {roots.Roots.Count}");
            foreach (IGrouping<string, Root> reason in Sorted(roots.Roots.GroupBy(r => r.Reason)))
            {
                _out.WriteLine($"  {reason.Key}: {reason.Count()}");
                ByType(reason.Select(r => r.Method));
            }
        }

        private void WriteReached(Walk walk, bool verbose)
        {
            Heading($"Methods reached: {walk.Reached.Count}");
            if (verbose)
            {
                ByType(walk.Reached.Select(s => s.Method));
            }
        }

        private void WriteExemptions(Walk walk)
        {
            List<MethodDefinition> rare = [.. walk.PassedOver.Select(s => s.Method).Where(m => Marks.WhyRarely(m) != null)];
            List<MethodDefinition> helpers = [.. walk.PassedOver.Select(s => s.Method).Except(rare)];
            Heading($"Exempt, because they only report errors ([ThrowHelper]): {helpers.Count}");
            ByType(helpers);
            Heading($"Exempt, because they allocate once or when somebody asks ([AllocatesRarely]): {rare.Count}");
            foreach ((string name, string why) in rare.Select(m => (Naming.Full(m), Marks.WhyRarely(m)!)).Order())
            {
                Line(name, why);
            }
        }

        private void WriteSetUp(RootSet roots)
        {
            Heading($"Not roots, because they are for setting up ([Allocates]): {roots.Exempt.Count}");
            foreach ((string name, string why) in roots.Exempt.Select(p => (Naming.Full(p.Key), p.Value)).Order())
            {
                Line(name, why);
            }
        }

        private void WritePlatform(Proof proof)
        {
            Heading($"Platform members called, all on the allowed list: {proof.Platform.Count}");
            foreach ((string id, MemberCost cost) in proof.Platform)
            {
                Line(id[2..], cost.Bytes + " bytes" + (cost.Note == "" ? "" : $", {cost.Note}"));
            }
        }

        private void WriteOpen(IReadOnlyList<string> open)
        {
            Heading($"Open ends, which the code that fills them must prove for itself: {open.Count}");
            foreach (string what in open)
            {
                _out.WriteLine($"  {what}");
            }
        }

        private void WriteBlocking(RootSet entries)
        {
            Heading($"Held to it that they do not block: {entries.Roots.Count}; not so, because they are for threads "
                + $"([Blocks]): {entries.Exempt.Count}");
            foreach ((string name, string why) in entries.Exempt.Select(p => (Naming.Full(p.Key), p.Value)).Order())
            {
                Line(name, why);
            }
        }

        private void WriteInterrupts(InterruptCheck check)
        {
            Heading($"Entries for interrupts and any thread: {check.Entries.Count}");
            ByType(check.Entries.Select(r => r.Method));
            _out.WriteLine("  the fields they write:");
            foreach (IGrouping<string, FieldWrite> field in Sorted(check.Writes.GroupBy(w => w.Name)))
            {
                IEnumerable<string> writers = field.Select(w => Naming.Full(w.Step.Method).Split('(')[0]).Distinct();
                Line(field.Key, "in " + string.Join(", ", writers));
            }

            _out.WriteLine();
        }

        private void WriteFinding(int number, Finding finding)
        {
            _out.WriteLine($"finding {number}: {finding.Rule.Title}{(finding.Cost == "" ? "" : $" ({finding.Cost})")}");
            Step[] path = finding.Path == null ? [] : [.. finding.Path.Path()];
            foreach (Step step in path)
            {
                string label = step.From == null ? "root" : "calls";
                string note = step.From == null ? step.Root.Reason : "";
                _out.WriteLine($"  {label,-8}{Naming.Full(step.Method)}  {note}".TrimEnd());
                if (step.From != null)
                {
                    WritePlace(Place.Of(step.From.Method, step.Site));
                }
            }

            if (path.Length == 0)
            {
                _out.WriteLine($"  in      {finding.Member}");
            }

            _out.WriteLine($"  here    {finding.Detail}");
            WritePlace(finding.Place);
            _out.WriteLine($"  instead {finding.Rule.Instead}");
            _out.WriteLine();
        }

        private void WritePlace(Place place)
        {
            if (place.Line > 0)
            {
                _out.WriteLine($"          at {place}");
            }
        }
    }
}
