using Microsoft.CodeAnalysis;

namespace NanoExecutor.Generator
{
    /// <summary>A lowered loop or switch.</summary>
    internal sealed class JumpScope : Scope
    {
        public JumpScope(SyntaxNode syntax, Label leave, Label? again)
        {
            Syntax = syntax;
            Break = leave;
            Continue = again;
        }

        public SyntaxNode Syntax { get; }

        public Label Break { get; }

        public Label? Continue { get; }
    }
}
