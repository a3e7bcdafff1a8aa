using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    /// <summary>How visible a generated member may be, so that no type in it is less visible than the member.</summary>
    internal static class Access
    {
        public static string For(INamedTypeSymbol owner, IEnumerable<ITypeSymbol> types)
        {
            INamedTypeSymbol[] named = types.SelectMany(NamesIn).ToArray();
            return named.Any(type => IsHidden(type, owner)) ? "private"
                : named.Any(IsInternal) && !IsInternal(owner) && !AllOf(owner).Any(IsNested) ? "internal"
                : "public";
        }

        /// <summary>Every type that a type is made of, with those around them.</summary>
        private static IEnumerable<INamedTypeSymbol> NamesIn(ITypeSymbol type)
        {
            return type switch
            {
                IArrayTypeSymbol array => NamesIn(array.ElementType),
                IPointerTypeSymbol pointer => NamesIn(pointer.PointedAtType),
                INamedTypeSymbol named => AllOf(named).Concat(AllOf(named).SelectMany(at => at.TypeArguments).SelectMany(NamesIn)),
                _ => Enumerable.Empty<INamedTypeSymbol>(),
            };
        }

        private static IEnumerable<INamedTypeSymbol> AllOf(INamedTypeSymbol type)
        {
            for (INamedTypeSymbol? at = type; at != null; at = at.ContainingType)
            {
                yield return at;
            }
        }

        private static bool IsInternal(INamedTypeSymbol type)
        {
            return AllOf(type).Any(at => at.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal);
        }

        private static bool IsNested(INamedTypeSymbol type)
        {
            return type.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected
                or Accessibility.ProtectedAndInternal;
        }

        // A type inside a class is seen in that class only. So the owner has to be such a one too.
        private static bool IsHidden(INamedTypeSymbol type, INamedTypeSymbol owner)
        {
            return IsNested(type) && !AllOf(owner).Any(
                at => at.ContainingType != null
                    && (at.DeclaredAccessibility == Accessibility.Private || at.DeclaredAccessibility == type.DeclaredAccessibility)
                    && AllOf(at.ContainingType).Contains(type.ContainingType, SymbolEqualityComparer.Default));
        }
    }

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

    /// <summary>
    /// The members of a routine that code outside its body sees: Start, Result, and an Await for each type of future that
    /// yields a value. They are needed before any body can be bound, because a routine may await another one.
    /// </summary>
    internal sealed class Surface
    {
        private readonly SortedDictionary<string, string> _awaits = new SortedDictionary<string, string>(
            System.StringComparer.Ordinal);

        public Surface(RoutineShape shape)
        {
            Shape = shape;
        }

        public RoutineShape Shape { get; }

        /// <summary>Makes sure that an Await of this future yields its value.</summary>
        /// <returns>Whether it is new.</returns>
        public bool AddAwait(ITypeSymbol future, ITypeSymbol result)
        {
            string key = Shape.Types.Of(future);
            if (_awaits.ContainsKey(key) || TypeNames.Unnamed(future) != null || TypeNames.Unnamed(result) != null)
            {
                return false;
            }

            _awaits.Add(key, Shape.Types.Of(result));
            return true;
        }

        /// <summary>A file with nothing but declarations, to bind the bodies against.</summary>
        public string Declarations()
        {
            CodeWriter writer = new CodeWriter();
            int depth = ClassFrame.Open(writer, Shape);
            writer.Line(StartHead() + " => throw null;");
            if (Shape.HasResult)
            {
                writer.Line(ResultHead() + " => throw null;");
            }

            WriteAwaits(writer);
            writer.Line(PollHead("waker") + " => throw null;");
            ClassFrame.Close(writer, depth);
            return writer.ToString();
        }

        public string StartHead()
        {
            IEnumerable<string> parameters = Shape.Syntax.ParameterList.Parameters.Zip(Shape.Method.Parameters, Parameter);
            return Access.For(Shape.Class, Shape.Method.Parameters.Select(parameter => parameter.Type)) + " "
                + Shape.Types.Of(Shape.Class) + " " + Contract.Start + "(" + string.Join(", ", parameters) + ")";
        }

        // Its attributes too: one may ask for the caller of Start.
        private string Parameter(ParameterSyntax syntax, IParameterSymbol symbol)
        {
            string attributes = string.Concat(syntax.AttributeLists.Select(list => SourceLines.Flat(list) + " "));
            string value = syntax.Default == null ? string.Empty : " = " + SourceLines.Flat(syntax.Default.Value);
            return attributes + Shape.Types.Of(symbol.Type) + " " + syntax.Identifier.Text + value;
        }

        public string ResultHead()
        {
            return Access.For(Shape.Class, new[] { Shape.Method.ReturnType }) + " "
                + Shape.Types.Of(Shape.Method.ReturnType) + " " + Contract.Result;
        }

        public static string PollHead(string waker)
        {
            return "public override global::NanoExecutor.Poll Poll(global::NanoExecutor.Waker " + waker + ")";
        }

        /// <returns>Whether there are any.</returns>
        public bool WriteAwaits(CodeWriter writer)
        {
            foreach (KeyValuePair<string, string> pair in _awaits)
            {
                writer.Line(
                    "private static " + pair.Value + " " + Contract.Await + "(" + pair.Key + " future) => throw "
                    + Contract.Errors + ".NotLowered();");
            }

            return _awaits.Count > 0;
        }
    }
}
