using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    /// <summary>The ways in which an expression declares a variable, each of which is written another way if it is kept.</summary>
    internal static class VariableForm
    {
        /// <summary>out var x: becomes out of the other variable.</summary>
        public static bool IsOut(SyntaxNode designation)
        {
            return designation.Parent is DeclarationExpressionSyntax { Parent: ArgumentSyntax argument }
                && argument.RefOrOutKeyword.IsKind(SyntaxKind.OutKeyword);
        }

        /// <summary>(var x, var y) = z: becomes (x, y) = z. Null for others.</summary>
        public static AssignmentExpressionSyntax? Deconstruction(SyntaxNode designation)
        {
            return Declared(designation)?.Ancestors()
                .SkipWhile(node => node is ArgumentSyntax or TupleExpressionSyntax)
                .FirstOrDefault() is AssignmentExpressionSyntax assignment && assignment.Left.Span.Contains(designation.Span)
                && !IsOut(designation)
                ? assignment
                : null;
        }

        /// <summary>The case whose pattern declares it: its value is copied there.</summary>
        public static SwitchLabelSyntax? LabelOf(SyntaxNode designation)
        {
            SwitchLabelSyntax? label = designation.FirstAncestorOrSelf<SwitchLabelSyntax>();
            return label is CasePatternSwitchLabelSyntax pattern && pattern.Pattern.Span.Contains(designation.Span) ? label : null;
        }

        /// <summary>The declaration expression around it, var (x, y) too.</summary>
        private static DeclarationExpressionSyntax? Declared(SyntaxNode designation)
        {
            return designation.Ancestors().SkipWhile(node => node is VariableDesignationSyntax).FirstOrDefault()
                as DeclarationExpressionSyntax;
        }
    }
}
