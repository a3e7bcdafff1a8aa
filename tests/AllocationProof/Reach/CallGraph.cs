using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof.Reach
{
    /// <summary>
    /// Who calls whom. Constructors are kept apart: for the heap the object made there is the finding, and code that
    /// runs while an object is set up is not what that proof is about.
    /// </summary>
    internal sealed class CallGraph
    {
        private readonly AssemblySet _set;
        private readonly Dispatch _dispatch;
        private readonly DelegateTargets _delegates;
        private readonly Dictionary<MethodDefinition, Calls> _known = [];

        public CallGraph(AssemblySet set, Dispatch dispatch, DelegateTargets delegates)
        {
            _set = set;
            _dispatch = dispatch;
            _delegates = delegates;
        }

        public Calls Of(MethodDefinition method)
        {
            if (!_known.TryGetValue(method, out Calls? calls))
            {
                _known.Add(method, calls = new Calls());
                foreach (Instruction instruction in method.Body.Instructions)
                {
                    Add(calls, instruction);
                }
            }

            return calls;
        }

        private void Add(Calls calls, Instruction site)
        {
            Code code = site.OpCode.Code;
            if (code is not (Code.Call or Code.Callvirt or Code.Newobj) || site.Operand is not MethodReference named)
            {
                return;
            }

            if (named.DeclaringType is ArrayType)
            {
                return;
            }

            MethodDefinition? target = named.Resolve();
            if (target == null)
            {
                calls.Outside.Add((site, named));
            }
            else if (code == Code.Newobj)
            {
                // DateTime and TimeSpan are primitives there: their constructors are calls like any other.
                if (target.DeclaringType.IsValueType && !TypeFacts.IsStruct(target.DeclaringType))
                {
                    calls.Outside.Add((site, target));
                }
                else if (_set.Follows(target) && target.HasBody)
                {
                    calls.Made.Add((site, target));
                }
            }
            else if (TypeFacts.IsInvoke(target))
            {
                AddDelegate(calls, site, target);
            }
            else
            {
                AddMethod(calls, site, target, virtually: code == Code.Callvirt && target.IsVirtual);
            }
        }

        private void AddDelegate(Calls calls, Instruction site, MethodDefinition invoke)
        {
            IReadOnlyList<MethodDefinition> targets = _delegates.Of(invoke.DeclaringType);
            foreach (MethodDefinition target in targets)
            {
                AddMethod(calls, site, target, virtually: false);
            }

            if (targets.Count == 0)
            {
                string type = Naming.Short(invoke.DeclaringType, withNamespace: true);
                calls.Open.Add((site, $"no method is made into a {type}"));
            }
        }

        private void AddMethod(Calls calls, Instruction site, MethodDefinition target, bool virtually)
        {
            bool answered = Follow(calls, site, target);
            if (virtually)
            {
                foreach (MethodDefinition answer in _dispatch.Of(target))
                {
                    answered |= Follow(calls, site, answer);
                }
            }

            if (!answered)
            {
                calls.Open.Add((site, $"nothing answers {Naming.Full(target)}"));
            }
        }

        private bool Follow(Calls calls, Instruction site, MethodDefinition target)
        {
            if (_set.Follows(target) && target.HasBody)
            {
                calls.Followed.Add((site, target));
                return true;
            }

            if (_set.Follows(target) && target.IsAbstract)
            {
                return false;
            }

            calls.Outside.Add((site, target));
            return true;
        }
    }
}
