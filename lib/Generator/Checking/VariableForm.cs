using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    /// <summary>Which variables that an expression declares can be written into a variable from elsewhere.</summary>
    internal static class VariableForm
    {
        public static bool CanBeMoved(SingleVariableDesignationSyntax designation, ILocalSymbol local)
        {
            return IsOut(designation) || IsTypeTest(designation, local) || LabelOf(designation) != null;
        }

        /// <summary>out var x: becomes out of the other variable.</summary>
        public static bool IsOut(SingleVariableDesignationSyntax designation)
        {
            return designation.Parent is DeclarationExpressionSyntax { Parent: ArgumentSyntax argument }
                && argument.RefOrOutKeyword.IsKind(SyntaxKind.OutKeyword);
        }

        /// <summary>o is Class x: becomes (x = o as Class) != null.</summary>
        public static bool IsTypeTest(SingleVariableDesignationSyntax designation, ILocalSymbol local)
        {
            return designation.Parent is DeclarationPatternSyntax { Parent: IsPatternExpressionSyntax } && local.Type.IsReferenceType;
        }

        /// <summary>The case that declares it, if it is the only one of its section: its value is copied there.</summary>
        public static SwitchLabelSyntax? LabelOf(SingleVariableDesignationSyntax designation)
        {
            SwitchLabelSyntax? label = designation.FirstAncestorOrSelf<SwitchLabelSyntax>();
            return label?.Parent is SwitchSectionSyntax { Labels: { Count: 1 } } ? label : null;
        }
    }
}
