using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof.Reach
{
    /// <summary>
    /// What may run when a delegate is invoked: every method that any followed code makes into a delegate of that type.
    /// Without variance or generics there is no other way for a method to get into one.
    /// </summary>
    internal sealed class DelegateTargets
    {
        private readonly Dictionary<string, List<MethodDefinition>> _targets = new(StringComparer.Ordinal);
        private readonly Dictionary<string, TypeDefinition> _types = new(StringComparer.Ordinal);

        public DelegateTargets(AssemblySet set, Dispatch dispatch)
        {
            foreach (MethodDefinition method in set.Types.SelectMany(t => t.Methods).Where(m => m.HasBody))
            {
                foreach (Instruction instruction in method.Body.Instructions)
                {
                    if (TypeMadeBy(instruction) is { } type
                        && ((MethodReference)instruction.Operand).Resolve() is { } target)
                    {
                        Add(type, target);
                        if (instruction.OpCode.Code == Code.Ldvirtftn)
                        {
                            dispatch.Of(target).ToList().ForEach(t => Add(type, t));
                        }
                    }
                }
            }
        }

        /// <summary>Delegate types that methods were found for.</summary>
        public IEnumerable<TypeDefinition> Types => _types.Values;

        public IReadOnlyList<MethodDefinition> Of(TypeReference type)
        {
            return _targets.GetValueOrDefault(type.FullName) ?? [];
        }

        /// <summary>The delegate type that an ldftn or ldvirtftn is for; null for any other instruction.</summary>
        public static TypeDefinition? TypeMadeBy(Instruction instruction)
        {
            return instruction.OpCode.Code is Code.Ldftn or Code.Ldvirtftn
                && instruction.Next is { OpCode.Code: Code.Newobj, Operand: MethodReference constructor }
                && TypeFacts.IsDelegate(constructor.DeclaringType)
                ? constructor.DeclaringType.Resolve()
                : null;
        }

        private void Add(TypeDefinition type, MethodDefinition target)
        {
            _types[type.FullName] = type;
            if (!_targets.TryGetValue(type.FullName, out List<MethodDefinition>? targets))
            {
                _targets.Add(type.FullName, targets = []);
            }

            if (!targets.Contains(target))
            {
                targets.Add(target);
            }
        }
    }
}
