using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof.Reach
{
    /// <summary>
    /// Who may answer a virtual or interface call: every override and implementation in the followed assemblies,
    /// whatever the type of the receiver at the call.
    /// </summary>
    internal sealed class Dispatch
    {
        private readonly Dictionary<MethodDefinition, List<MethodDefinition>> _answers = [];

        public Dispatch(AssemblySet set)
        {
            foreach (TypeDefinition type in set.Types)
            {
                foreach (MethodDefinition method in type.Methods.Where(m => m.IsVirtual))
                {
                    AddExplicit(method);
                    AddInherited(method);
                }

                if (!type.IsInterface)
                {
                    AddInterfaces(type);
                }
            }
        }

        /// <summary>Every virtual member that a followed assembly answers, the platform's among them.</summary>
        public IEnumerable<MethodDefinition> Answered => _answers.Keys;

        /// <summary>All that may run when <paramref name="method"/> is called virtually, without itself.</summary>
        public IReadOnlyCollection<MethodDefinition> Of(MethodDefinition method)
        {
            List<MethodDefinition> found = [];
            HashSet<MethodDefinition> seen = [method];
            Queue<MethodDefinition> open = new([method]);
            while (open.TryDequeue(out MethodDefinition? next))
            {
                foreach (MethodDefinition answer in _answers.GetValueOrDefault(next) ?? [])
                {
                    if (seen.Add(answer))
                    {
                        found.Add(answer);
                        open.Enqueue(answer);
                    }
                }
            }

            return found;
        }

        private static bool SameSignature(MethodDefinition a, MethodDefinition b)
        {
            return a.Name == b.Name
                && a.Parameters.Select(p => p.ParameterType.FullName)
                    .SequenceEqual(b.Parameters.Select(p => p.ParameterType.FullName));
        }

        private static IEnumerable<TypeDefinition> BasesOf(TypeDefinition type)
        {
            for (TypeDefinition? t = type.BaseType?.Resolve(); t != null; t = t.BaseType?.Resolve())
            {
                yield return t;
            }
        }

        private static IEnumerable<TypeDefinition> InterfacesOf(TypeDefinition type)
        {
            return type.Interfaces
                .Select(i => i.InterfaceType.Resolve())
                .Where(i => i != null)
                .SelectMany(i => InterfacesOf(i).Prepend(i))
                .Concat(BasesOf(type).Take(1).SelectMany(InterfacesOf))
                .Distinct();
        }

        private void AddExplicit(MethodDefinition method)
        {
            foreach (MethodReference overridden in method.Overrides)
            {
                Add(overridden.Resolve(), method);
            }
        }

        private void AddInherited(MethodDefinition method)
        {
            if (method.IsNewSlot)
            {
                return;
            }

            foreach (TypeDefinition t in BasesOf(method.DeclaringType))
            {
                MethodDefinition? overridden = t.Methods.FirstOrDefault(m => m.IsVirtual && SameSignature(m, method));
                Add(overridden, method);
                if (overridden is { IsNewSlot: true })
                {
                    return;
                }
            }
        }

        private void AddInterfaces(TypeDefinition type)
        {
            foreach (MethodDefinition member in InterfacesOf(type).SelectMany(i => i.Methods).Where(m => m.IsVirtual))
            {
                Add(member, BasesOf(type).Prepend(type)
                    .Select(t => t.Methods.FirstOrDefault(m => m.IsPublic && m.IsVirtual && SameSignature(m, member)))
                    .FirstOrDefault(m => m != null));
            }
        }

        private void Add(MethodDefinition? overridden, MethodDefinition? answer)
        {
            if (overridden == null || answer == null)
            {
                return;
            }

            if (!_answers.TryGetValue(overridden, out List<MethodDefinition>? answers))
            {
                _answers.Add(overridden, answers = []);
            }

            if (!answers.Contains(answer))
            {
                answers.Add(answer);
            }
        }
    }

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
