using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoExecutor.AllocationProof.Costs;
using NanoExecutor.AllocationProof.Reach;
using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof.Checks
{
    /// <summary>Looks through one method for what makes an object, calls left aside.</summary>
    internal static class BodyCheck
    {
        public static IEnumerable<Construct> Look(MethodDefinition method)
        {
            foreach (Instruction instruction in method.Body.Instructions)
            {
                Construct? found = instruction.OpCode.Code switch
                {
                    Code.Ldstr => new Construct(
                        Rules.StringLiteral, instruction, Quote((string)instruction.Operand), Bytes(12)),
                    Code.Box => Box(instruction),
                    Code.Newobj => CreationCheck.Object(instruction),
                    Code.Newarr => CreationCheck.Array(instruction),
                    Code.Ldtoken when instruction.Operand is TypeReference type => new Construct(
                        Rules.TypeToken, instruction, $"typeof({Naming.Short(type)})", Bytes(12)),
                    Code.Throw => ThrowCheck.Throw(instruction),
                    Code.Call or Code.Callvirt => ThrowCheck.Call(method, instruction),
                    _ => null,
                };
                if (found != null)
                {
                    yield return found;
                }
            }

            foreach (Construct found in StructCheck.Look(method))
            {
                yield return found;
            }
        }

        public static string Bytes(long count)
        {
            return $"{count} bytes";
        }

        private static Construct? Box(Instruction instruction)
        {
            TypeReference type = (TypeReference)instruction.Operand;
            int bytes = TypeFacts.IsStruct(type) ? TypeFacts.ObjectBytes(type) : 24;
            return type.Resolve() is { IsValueType: false }
                ? null
                : new Construct(Rules.Box, instruction, $"{Naming.Short(type)} as an object", Bytes(bytes));
        }

        private static string Quote(string text)
        {
            string shown = text.Length > 40 ? text[..40] + "…" : text;
            return "\"" + shown.ReplaceLineEndings("\\n").Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
        }
    }

    /// <summary>One place in a method that breaks a rule.</summary>
    /// <param name="Rule">The rule.</param>
    /// <param name="Site">The instruction; null when the method as a whole is meant.</param>
    /// <param name="Detail">What stands there.</param>
    /// <param name="Cost">What it costs on the heap, in words; empty where bytes are not the point.</param>
    internal sealed record Construct(Rule Rule, Instruction? Site, string Detail, string Cost);

    /// <summary>Something that the proof cannot let pass.</summary>
    /// <param name="Rule">The rule that is broken.</param>
    /// <param name="Member">The member in which it stands.</param>
    /// <param name="Place">Where in the source.</param>
    /// <param name="Detail">What stands there.</param>
    /// <param name="Cost">What it costs, in words.</param>
    /// <param name="Path">How it is reached; null for what is refused wherever it stands.</param>
    internal sealed record Finding(Rule Rule, string Member, Place Place, string Detail, string Cost, Step? Path)
    {
        /// <summary>
        /// What makes two findings one: a source compiled into several assemblies, or a line that breaks a rule twice.
        /// </summary>
        public object Key => (Rule, Detail, Place, Place.Line == 0 ? Member : "");

        public static Finding At(Step step, Construct construct)
        {
            return new Finding(
                construct.Rule,
                Naming.Full(step.Method),
                Place.Of(step.Method, construct.Site),
                construct.Detail,
                construct.Cost,
                step);
        }
    }

    /// <summary>
    /// Instructions that nanoCLR's interpreter lacks, or runs without the meaning they have elsewhere.
    /// </summary>
    internal static class OpcodeCheck
    {
        public static Rule? Refused(Instruction instruction)
        {
            Code code = instruction.OpCode.Code;
            return code switch
            {
                Code.Calli => Refusals.FunctionPointer,
                Code.Ldftn or Code.Ldvirtftn when DelegateTargets.TypeMadeBy(instruction) == null =>
                    Refusals.FunctionPointer,
                Code.Rethrow => Refusals.Rethrow,
                Code.Localloc => Refusals.Pointer,
                Code.Arglist or Code.Cpblk or Code.Initblk or Code.Jmp or Code.Ckfinite or Code.Mkrefany
                    or Code.Refanytype or Code.Refanyval or Code.Readonly => Refusals.Opcode,
                _ when instruction.OpCode.Name.Contains(".ovf", StringComparison.Ordinal) => Refusals.Checked,
                _ => null,
            };
        }
    }

    /// <summary>
    /// Calls into the platform, judged by the table of known costs. What the table does not know is a finding.
    /// </summary>
    internal sealed class PlatformCheck
    {
        private readonly AssemblySet _set;
        private readonly MemberTable _members;
        private readonly SortedDictionary<string, MemberCost> _used = new(StringComparer.Ordinal);

        public PlatformCheck(AssemblySet set, MemberTable members)
        {
            _set = set;
            _members = members;
        }

        /// <summary>The members on the allowed list that reached code calls.</summary>
        public IReadOnlyDictionary<string, MemberCost> Used => _used;

        public IEnumerable<Construct> Look(Calls calls)
        {
            foreach ((Instruction site, MethodReference member) in calls.Outside)
            {
                string id = Naming.DocId(member);
                MemberCost? cost = _members.Find(id);
                if (cost is { Heap: HeapCost.None })
                {
                    _used[id] = cost;
                }
                else if (cost is { Heap: HeapCost.Garbage })
                {
                    string bytes = int.TryParse(cost.Bytes, out int n) ? BodyCheck.Bytes(n) : cost.Bytes;
                    string detail = $"{Naming.Full(member)}: {cost.Note}";
                    yield return new Construct(Rules.KnownAllocator, site, detail, bytes);
                }
                else
                {
                    yield return Unlisted(site, member, id);
                }
            }
        }

        public Construct Unlisted(Instruction site, MethodReference member, string id)
        {
            if (member.Name == "GetEnumerator")
            {
                return new Construct(Rules.Enumerator, site, Naming.Full(member), BodyCheck.Bytes(72));
            }

            return new Construct(_set.Follows(member) ? Rules.NativeMethod : Rules.UnlistedMember, site, id, "unknown");
        }
    }
}
