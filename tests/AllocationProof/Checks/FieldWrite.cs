using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoExecutor.AllocationProof.Reach;
using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof.Checks
{
    /// <summary>A field, or an element of an array that a field holds, written by a method.</summary>
    /// <param name="Name">Type.field, with [] for an element.</param>
    /// <param name="DeclaredIn">The type that has the field; the writing type where the field is not known.</param>
    /// <param name="Step">The method that writes, and how it is reached.</param>
    /// <param name="Site">The instruction.</param>
    internal sealed record FieldWrite(string Name, TypeDefinition DeclaredIn, Step Step, Instruction Site)
    {
        public Place Place => Place.Of(Step.Method, Site);

        /// <summary>
        /// Every write in one method. An address that is taken counts, for what it is handed to may write there.
        /// </summary>
        public static IEnumerable<FieldWrite> In(Step step)
        {
            foreach (Instruction instruction in step.Method.Body.Instructions)
            {
                FieldWrite? write = instruction.OpCode.Code switch
                {
                    Code.Stfld or Code.Stsfld => Field(step, instruction, (FieldReference)instruction.Operand),
                    Code.Ldflda or Code.Ldsflda when !IsOnlyRead(instruction) =>
                        Field(step, instruction, (FieldReference)instruction.Operand),
                    Code.Ldelema when !IsOnlyRead(instruction) => Element(step, instruction, depth: 1),
                    >= Code.Stelem_I and <= Code.Stelem_Ref or Code.Stelem_Any => Element(step, instruction, depth: 2),
                    _ => null,
                };
                if (write != null)
                {
                    yield return write;
                }
            }
        }

        private static bool IsOnlyRead(Instruction address)
        {
            return address.Next?.OpCode.Code is Code.Ldfld or Code.Ldobj or (>= Code.Ldind_I1 and <= Code.Ldind_Ref);
        }

        private static FieldWrite Field(Step step, Instruction site, FieldReference field, string suffix = "")
        {
            return new FieldWrite(
                Naming.Field(field) + suffix, field.DeclaringType.Resolve() ?? step.Method.DeclaringType, step, site);
        }

        private static FieldWrite Element(Step step, Instruction site, int depth)
        {
            Instruction? array = StackOrigin.Of(step.Method, site, depth);
            return array is { OpCode.Code: Code.Ldfld or Code.Ldsfld, Operand: FieldReference field }
                ? Field(step, site, field, "[]")
                : new FieldWrite(
                    $"{Naming.Short(step.Method.DeclaringType, withNamespace: true)}.{step.Method.Name}: an array[]",
                    step.Method.DeclaringType, step, site);
        }
    }
}
