using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    /// <summary>Which variables a piece of code reads and writes. In doubt it reads, and does not always write.</summary>
    internal static class Effects
    {
        public static void Read(this Op op, SyntaxNode code, Lowerer lowerer)
        {
            HashSet<Variable> declared = new HashSet<Variable>();
            foreach (SyntaxNode node in code.DescendantNodesAndSelf())
            {
                if (node is VariableDeclaratorSyntax or SingleVariableDesignationSyntax
                    && lowerer.Body.Model.GetDeclaredSymbol(node) is ISymbol symbol
                    && lowerer.Variables.Find(symbol) is Variable variable)
                {
                    declared.Add(variable);
                }
            }

            // A variable has no value before its declaration, so what uses it here uses what was written here.
            op.Kills.UnionWith(declared);
            op.Writes.UnionWith(declared);
            foreach (SyntaxNode node in code.DescendantNodesAndSelf())
            {
                if (node is SimpleNameSyntax name && lowerer.Body.LocalOf(name) is ISymbol symbol
                    && lowerer.Variables.Find(symbol) is Variable variable && !declared.Contains(variable))
                {
                    Use(op, name, variable, code);
                }
            }
        }

        private static void Use(Op op, SimpleNameSyntax name, Variable variable, SyntaxNode code)
        {
            if (name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name
                && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
            {
                op.Writes.Add(variable);
                if (assignment.Parent == code || assignment == code)
                {
                    op.Kills.Add(variable);
                }
            }
            else if (name.Parent is ArgumentSyntax argument && argument.RefOrOutKeyword.IsKind(SyntaxKind.OutKeyword))
            {
                op.Writes.Add(variable);
            }
            else
            {
                op.Reads.Add(variable);
                op.Writes.Add(variable);
            }
        }
    }
}
