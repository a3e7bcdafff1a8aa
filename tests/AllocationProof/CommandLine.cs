using System.CommandLine;
using NanoExecutor.AllocationProof.Checks;
using NanoExecutor.AllocationProof.Costs;
using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof
{
    /// <summary>What the program takes, and what it does with it.</summary>
    internal sealed class CommandLine
    {
        private const int Proved = 0;
        private const int Found = 1;
        private const int CannotTell = 2;

        private readonly Argument<FileInfo[]> _assemblies = new("assemblies")
        {
            Description = "Device assemblies, symbols beside them. None: the library, the boards and the firmware.",
            Arity = ArgumentArity.ZeroOrMore,
        };

        private readonly Option<DirectoryInfo[]> _references = new("--references")
        {
            Description = "Folders with the assemblies they refer to: mscorlib.dll and the nanoFramework packages.",
            AllowMultipleArgumentsPerToken = true,
        };

        private readonly Option<FileInfo[]> _allow = new("--allow")
        {
            Description = "More known costs of platform members, in the format of Members.tsv.",
            AllowMultipleArgumentsPerToken = true,
        };

        private readonly Option<bool> _onlyMarked = new("--only-marked")
        {
            Description = "Take only members marked [AllocatesNothing] for roots.",
        };

        private readonly Option<bool> _selfTest = new("--self-test")
        {
            Description = "Only try the rules on programs that break them and on programs that do not.",
        };

        private readonly Option<bool> _verbose = new("--verbose")
        {
            Description = "List every method reached.",
        };

        public int Run(string[] arguments)
        {
            RootCommand command = new("Proves that nothing reachable from the roots allocates on nanoCLR's heap.")
            {
                _assemblies, _references, _allow, _onlyMarked, _selfTest, _verbose,
            };
            command.SetAction(Act);
            return command.Parse(arguments).Invoke();
        }

        private int Act(ParseResult given)
        {
            try
            {
                SelfTest.SelfTestRun rules = SelfTest.SelfTestRun.All(Console.Out);
                if (!rules.Passed)
                {
                    return Found;
                }

                return given.GetValue(_selfTest) ? Proved : Prove(given);
            }
            catch (ProofException e)
            {
                Console.Error.WriteLine(e.Message);
                return CannotTell;
            }
        }

        private int Prove(ParseResult given)
        {
            string[] assemblies = [.. given.GetValue(_assemblies)!.Select(f => f.FullName)];
            List<string> references = [.. (given.GetValue(_references) ?? []).Select(d => d.FullName)];
            if (assemblies.Length == 0)
            {
                assemblies = DeviceBuild.Assemblies();
            }

            references.AddRange(DeviceBuild.References());
            using AssemblySet set = new(references);
            foreach (string assembly in assemblies)
            {
                set.Prove(File.Exists(assembly) ? assembly : throw new ProofException($"{assembly} does not exist."));
            }

            set.Close();
            MemberTable members = MemberTable.WithFiles((given.GetValue(_allow) ?? []).Select(f => f.FullName));
            Proof proof = new(set, members, SharedFields.Read(), given.GetValue(_onlyMarked));
            new Report(Console.Out).Write(proof, given.GetValue(_verbose));
            if (proof.Roots.Roots.Count == 0)
            {
                throw new ProofException(
                    "No root was found, so nothing is proved; mark members with [AllocatesNothing].");
            }

            return proof.Holds ? Proved : Found;
        }
    }
}
