using Mono.Cecil;

namespace NanoExecutor.Interleavings.Rewriting
{
    /// <summary>Small questions about types.</summary>
    internal static class TypeExtensions
    {
        /// <summary>Whether it is a static class.</summary>
        internal static bool IsAbstractAndSealed(this TypeDefinition type)
        {
            return type.IsAbstract && type.IsSealed;
        }
    }
}
