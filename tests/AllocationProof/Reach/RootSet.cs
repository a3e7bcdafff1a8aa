using Mono.Cecil;

namespace NanoExecutor.AllocationProof.Reach
{
    /// <summary>What was found to be a root, and what was kept from being one.</summary>
    internal sealed class RootSet
    {
        private readonly Dictionary<MethodDefinition, Root> _roots = [];
        private readonly Dictionary<MethodDefinition, string> _setUp = [];

        public IReadOnlyCollection<Root> Roots => _roots.Values;

        /// <summary>Members that would be roots but for their mark, with the reason it gives.</summary>
        public IReadOnlyDictionary<MethodDefinition, string> SetUp => _setUp;

        public void Add(MethodDefinition method, string reason, string? whyAllocates)
        {
            if (!method.HasBody)
            {
                return;
            }

            if (whyAllocates == null)
            {
                _roots.TryAdd(method, new Root(method, reason));
            }
            else
            {
                _setUp.TryAdd(method, whyAllocates);
            }
        }
    }
}
