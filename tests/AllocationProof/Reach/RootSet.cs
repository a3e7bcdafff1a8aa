using Mono.Cecil;

namespace NanoExecutor.AllocationProof.Reach
{
    /// <summary>What was found to be a root, and what a mark kept from being one.</summary>
    internal sealed class RootSet
    {
        private readonly Dictionary<MethodDefinition, Root> _roots = [];
        private readonly Dictionary<MethodDefinition, string> _exempt = [];

        public IReadOnlyCollection<Root> Roots => _roots.Values;

        /// <summary>Members that would be roots but for their mark, with the reason it gives.</summary>
        public IReadOnlyDictionary<MethodDefinition, string> Exempt => _exempt;

        /// <summary>Adds a root, unless there is a reason why it is none.</summary>
        public void Add(Root root, string? exemptBecause)
        {
            if (!root.Method.HasBody)
            {
                return;
            }

            if (exemptBecause == null)
            {
                _roots.TryAdd(root.Method, root);
            }
            else
            {
                _exempt.TryAdd(root.Method, exemptBecause);
            }
        }
    }
}
