using System.Reflection;
using Mono.Cecil;

namespace NanoExecutor.Interleavings.Rewriting
{
    /// <summary>The members of the engine as one module refers to them.</summary>
    internal sealed class HookReferences
    {
        private readonly ModuleDefinition _module;
        private readonly Dictionary<string, MethodReference> _methods = [];

        internal HookReferences(ModuleDefinition module)
        {
            _module = module;
            Tracked = module.ImportReference(typeof(ITracked));
            TrackedId = module.ImportReference(typeof(ITracked).GetProperty(nameof(ITracked.TrackedId))!.GetMethod);
        }

        internal TypeReference Tracked { get; }

        internal MethodReference TrackedId { get; }

        internal MethodReference Of(string name)
        {
            if (!_methods.TryGetValue(name, out MethodReference? method))
            {
                method = _module.ImportReference(
                    typeof(Hooks).GetMethod(name, BindingFlags.Public | BindingFlags.Static)!);
                _methods.Add(name, method);
            }

            return method;
        }

        /// <summary>A generic hook for one type.</summary>
        internal MethodReference Of(string name, TypeReference argument)
        {
            GenericInstanceMethod method = new(Of(name));
            method.GenericArguments.Add(argument);
            return method;
        }
    }
}
