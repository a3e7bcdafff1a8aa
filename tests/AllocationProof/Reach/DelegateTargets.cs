using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof.Reach
{
    /// <summary>
    /// What may run when a delegate is invoked: every method that any followed code makes into a delegate of that type,
    /// and what runs in a delegate of another type that is wrapped in one. Without variance or generics there is no
    /// other way for a method to get into one, whatever variables, fields and parameters it goes through.
    /// </summary>
    internal sealed class DelegateTargets
    {
        private readonly Dictionary<string, List<MethodDefinition>> _targets = new(StringComparer.Ordinal);
        private readonly Dictionary<string, TypeDefinition> _types = new(StringComparer.Ordinal);
        private readonly HashSet<(TypeDefinition Wrapper, TypeDefinition Wrapped)> _wrappings = [];

        public DelegateTargets(AssemblySet set, Dispatch dispatch)
        {
            foreach (MethodDefinition method in set.Types.SelectMany(t => t.Methods).Where(m => m.HasBody))
            {
                foreach (Instruction instruction in method.Body.Instructions)
                {
                    if (TypeMadeBy(instruction) is { } type
                        && ((MethodReference)instruction.Operand).Resolve() is { } target)
                    {
                        Make(type, target, virtually: instruction.OpCode.Code == Code.Ldvirtftn, dispatch);
                    }
                }
            }

            Unwrap();
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

        private void Make(TypeDefinition type, MethodDefinition target, bool virtually, Dispatch dispatch)
        {
            if (TypeFacts.IsInvoke(target))
            {
                _wrappings.Add((type, target.DeclaringType));
                return;
            }

            Add(type, target);
            if (virtually)
            {
                dispatch.Of(target).ToList().ForEach(t => Add(type, t));
            }
        }

        /// <summary>A delegate made of another runs what is in that one, which may be wrapped itself.</summary>
        private void Unwrap()
        {
            int before;
            do
            {
                before = _targets.Values.Sum(t => t.Count);
                foreach ((TypeDefinition wrapper, TypeDefinition wrapped) in _wrappings)
                {
                    Of(wrapped).ToList().ForEach(t => Add(wrapper, t));
                }
            }
            while (_targets.Values.Sum(t => t.Count) > before);
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
