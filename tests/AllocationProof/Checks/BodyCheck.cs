using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoExecutor.AllocationProof.Costs;
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
}
