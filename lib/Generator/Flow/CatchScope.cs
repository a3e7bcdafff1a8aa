using Microsoft.CodeAnalysis;

namespace NanoExecutor.Generator
{
    /// <summary>A catch block that awaits.</summary>
    internal sealed class CatchScope : Scope
    {
        public CatchScope(SyntaxNode syntax, Variable? caught)
        {
            Syntax = syntax;
            Caught = caught;
        }

        public SyntaxNode Syntax { get; }

        /// <summary>What throw; throws; null if there is none.</summary>
        public Variable? Caught { get; }
    }
}
