using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    /// <summary>
    /// The symbols, namespaces, usings and types around a [Linear] method, written again around what is generated, so that
    /// names mean the same in both files, and calls of [Conditional] methods too.
    /// </summary>
    internal static class ClassFrame
    {
        /// <summary>Writes all that opens, and returns how often to close.</summary>
        public static int Open(CodeWriter writer, RoutineShape shape)
        {
            CompilationUnitSyntax unit = shape.Syntax.SyntaxTree.GetCompilationUnitRoot();
            Symbols(writer, unit);
            Names(writer, unit.Externs, unit.Usings, shape.Types.Aliases);
            int depth = 0;
            foreach (SyntaxNode outer in shape.Syntax.Ancestors().Reverse())
            {
                if (outer is BaseNamespaceDeclarationSyntax space)
                {
                    writer.Line("namespace " + SourceLines.Flat(space.Name));
                    writer.Open();
                    Names(writer, space.Externs, space.Usings, Enumerable.Empty<string>());
                    depth++;
                }
                else if (outer is TypeDeclarationSyntax type)
                {
                    writer.Line(Head(type));
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

        private static string Head(TypeDeclarationSyntax type)
        {
            // A modifier that each part of a class says for itself.
            string isUnsafe = type.Modifiers.Any(SyntaxKind.UnsafeKeyword) ? "unsafe " : string.Empty;
            string kind = type is RecordDeclarationSyntax { ClassOrStructKeyword: { RawKind: not 0 } } record
                ? "record " + record.ClassOrStructKeyword.Text
                : type.Keyword.Text;
            return isUnsafe + "partial " + kind + " " + type.Identifier.Text;
        }

        private static void Symbols(CodeWriter writer, CompilationUnitSyntax unit)
        {
            foreach (SyntaxTrivia trivia in unit.GetFirstToken(includeZeroWidth: true).LeadingTrivia)
            {
                switch (trivia.GetStructure())
                {
                    case DefineDirectiveTriviaSyntax { IsActive: true } define:
                        writer.Line("#define " + define.Name.Text);
                        break;
                    case UndefDirectiveTriviaSyntax { IsActive: true } undef:
                        writer.Line("#undef " + undef.Name.Text);
                        break;
                }
            }
        }

        private static void Names(
            CodeWriter writer,
            IEnumerable<ExternAliasDirectiveSyntax> externs,
            IEnumerable<UsingDirectiveSyntax> usings,
            IEnumerable<string> needed)
        {
            string[] aliases = externs.Select(alias => alias.Identifier.Text).Union(needed).ToArray();
            string[] directives = usings
                .Where(directive => !directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))
                .Select(SourceLines.Flat)
                .ToArray();
            foreach (string alias in aliases)
            {
                writer.Line("extern alias " + alias + ";");
            }

            foreach (string directive in directives)
            {
                writer.Line(directive);
            }

            if (aliases.Length + directives.Length > 0)
            {
                writer.Blank();
            }
        }
    }
}
