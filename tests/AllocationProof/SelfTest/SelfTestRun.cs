using NanoExecutor.AllocationProof.Checks;
using NanoExecutor.AllocationProof.Costs;
using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof.SelfTest
{
    /// <summary>
    /// Tries the rules: each case must give the findings its source is marked with, on those lines, and no others. A
    /// rule that no case breaks is a failure too.
    /// </summary>
    internal sealed class SelfTestRun
    {
        private readonly TextWriter _out;
        private readonly CaseCompiler _compiler = new();
        private readonly MemberTable _members = MemberTable.WithFiles([]);
        private readonly HashSet<string> _tried = new(StringComparer.Ordinal);
        private int _cases;
        private int _marks;

        private SelfTestRun(TextWriter output)
        {
            _out = output;
        }

        public bool Passed { get; private set; } = true;

        public static SelfTestRun All(TextWriter output)
        {
            SelfTestRun run = new(output);
            foreach (string resource in Resource.Named("case/"))
            {
                foreach (Case given in Case.ParseAll(resource["case/".Length..], Resource.Text(resource)))
                {
                    run.Try(given);
                }
            }

            foreach (string untried in RuleIds().Where(id => !run._tried.Contains(id)))
            {
                run.Fail($"rule {untried}", "no case breaks it");
            }

            output.WriteLine(run.Passed
                ? $"self-test: {run._cases} programs, {run._marks} constructs found, {run._tried.Count} rules tried"
                : "self-test: FAILED");
            return run;
        }

        private static IEnumerable<string> RuleIds()
        {
            return ((Type[])[typeof(Rules), typeof(Refusals), typeof(SharingRules), typeof(BlockingRules)])
                .SelectMany(t => t.GetFields())
                .Select(f => ((Rule)f.GetValue(null)!).Id);
        }

        private void Try(Case given)
        {
            _cases++;
            using AssemblySet set = _compiler.Compile(given);
            Proof proof = new(set, _members, SharedFields.Parse(given.SharedFields, given.Name), onlyMarked: false);
            List<Mark> unexpected = [.. proof.Findings.Select(Mark.Of)];
            foreach (Mark expected in given.Expected)
            {
                _marks++;
                _tried.Add(expected.Rule);
                int at = unexpected.FindIndex(expected.Matches);
                if (at < 0)
                {
                    Fail(given.Name, $"not found: {expected}");
                }
                else
                {
                    unexpected.RemoveAt(at);
                }
            }

            foreach (Mark mark in unexpected)
            {
                Fail(given.Name, $"found but not marked: {mark}");
            }
        }

        private void Fail(string what, string why)
        {
            Passed = false;
            _out.WriteLine($"self-test: {what}: {why}");
        }
    }
}
