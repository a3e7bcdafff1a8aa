using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    /// <summary>
    /// The namespaces, usings and types around a [Linear] method, written again around what is generated, so that names mean
    /// the same in both files.
    /// </summary>
    internal static class ClassFrame
    {
        /// <summary>Writes all that opens, and returns how often to close.</summary>
        public static int Open(CodeWriter writer, MethodDeclarationSyntax method)
        {
            CompilationUnitSyntax unit = method.SyntaxTree.GetCompilationUnitRoot();
            Names(writer, unit.Externs, unit.Usings);
            int depth = 0;
            foreach (SyntaxNode outer in method.Ancestors().Reverse())
            {
                if (outer is BaseNamespaceDeclarationSyntax space)
                {
                    writer.Line("namespace " + space.Name.ToString());
                    writer.Open();
                    Names(writer, space.Externs, space.Usings);
                    depth++;
                }
                else if (outer is TypeDeclarationSyntax type)
                {
                    writer.Line("partial " + type.Keyword.Text + " " + type.Identifier.Text);
                    writer.Open();
                    depth++;
                }
            }

            return depth;
        }

        public static void Close(CodeWriter writer, int depth)
        {
            for (int i = 0; i < depth; i++)
            {
                writer.Close();
            }
        }

        private static void Names(
            CodeWriter writer, IEnumerable<ExternAliasDirectiveSyntax> externs, IEnumerable<UsingDirectiveSyntax> usings)
        {
            bool any = false;
            foreach (ExternAliasDirectiveSyntax alias in externs)
            {
                writer.Line(alias.ToString());
                any = true;
            }

            foreach (UsingDirectiveSyntax directive in usings)
            {
                if (!directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))
                {
                    writer.Line(directive.ToString());
                    any = true;
                }
            }

            if (any)
            {
                writer.Blank();
            }
        }
    }
}
