using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    /// <summary>
    /// How types are named in generated code: from the root, so that no name of the user's, whether a namespace, a type, a
    /// member or a local, can come between.
    /// </summary>
    internal sealed class TypeNames
    {
        private const string Root = "global";

        private readonly Dictionary<AssemblyIdentity, string> _aliases = new Dictionary<AssemblyIdentity, string>();

        public TypeNames(Compilation compilation)
        {
            foreach (MetadataReference reference in compilation.References)
            {
                if (!reference.Properties.Aliases.IsDefaultOrEmpty && !reference.Properties.Aliases.Contains(Root)
                    && compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly)
                {
                    _aliases[assembly.Identity] = reference.Properties.Aliases[0];
                }
            }
        }

        /// <summary>The extern aliases of assemblies that have no name without one.</summary>
        public IEnumerable<string> Aliases => _aliases.Values.Distinct();

        public string Of(ITypeSymbol type)
        {
            ITypeSymbol plain = type.WithNullableAnnotation(NullableAnnotation.None);
            if (_aliases.Count == 0)
            {
                return plain.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
            }

            System.Collections.Immutable.ImmutableArray<SymbolDisplayPart> parts =
                plain.ToDisplayParts(SymbolDisplayFormat.FullyQualifiedFormat);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < parts.Length; i++)
            {
                text.Append(parts[i].ToString() == Root ? RootOf(parts.Skip(i + 1)) : parts[i].ToString());
            }

            return text.ToString();
        }

        // A root is followed by the namespaces of a type and the type.
        private string RootOf(IEnumerable<SymbolDisplayPart> following)
        {
            INamedTypeSymbol? type = following.Select(part => part.Symbol).OfType<INamedTypeSymbol>().FirstOrDefault();
            return type != null && _aliases.TryGetValue(type.ContainingAssembly.Identity, out string? alias) ? alias : Root;
        }

        /// <summary>Whether a generated file can name the type; if not, what it is.</summary>
        public static string? Unnamed(ITypeSymbol type)
        {
            switch (type)
            {
                case IArrayTypeSymbol array:
                    return Unnamed(array.ElementType);
                case IPointerTypeSymbol or IFunctionPointerTypeSymbol:
                    return "a pointer";
                case INamedTypeSymbol { IsAnonymousType: true }:
                    return "of a type without a name";
                case INamedTypeSymbol named:
                    return FileTypes.Is(named)
                        ? "of '" + named.Name + "', which only its own file sees"
                        : named.TypeArguments.Select(Unnamed).FirstOrDefault(what => what != null)
                            ?? (named.ContainingType == null ? null : Unnamed(named.ContainingType));
                default:
                    return null;
            }
        }
    }

    /// <summary>Names for what is generated that mean nothing else in the class or the method.</summary>
    internal sealed class NameTable
    {
        private readonly HashSet<string> _taken;
        private readonly HashSet<string> _labels;

        public NameTable(Body body)
        {
            _taken = new HashSet<string>(body.Identifiers.Keys);
            _taken.UnionWith(body.Method.Parameters.Select(parameter => parameter.Name));
            _taken.Add(body.Method.ContainingType.Name);
            _labels = new HashSet<string>(
                body.Root.DescendantNodes().OfType<LabeledStatementSyntax>().Select(label => label.Identifier.ValueText));
            for (INamedTypeSymbol? type = body.Method.ContainingType; type != null; type = type.BaseType)
            {
                foreach (ISymbol member in type.GetMembers())
                {
                    _taken.Add(member.Name);
                }

                // Those of a primary constructor are seen in the whole class.
                _taken.UnionWith(type.InstanceConstructors.SelectMany(item => item.Parameters).Select(item => item.Name));
            }

            ISymbol? pending = body.Identifiers.ContainsKey("Pending") ? null : Single(body, "Pending");
            Pending = pending != null && pending.ContainingType.Is(Contract.Future)
                ? "Pending"
                : "global::NanoExecutor.Poll.Pending";
            Waker = Unique("waker");
            StateLocal = Unique("state");
            Polled = Unique("polled");
            State = Unique("__state");
            Awaited = Unique("__awaited");
            Description = Unique("to");
            Cancelling = Unique("__cancelling");
            Result = Unique("__result");
            NotStarted = Unique("__notStarted");
            Finished = Unique("__finished");
            Running = Unique("__running");
        }

        /// <summary>What a poll returns that has to wait.</summary>
        public string Pending { get; }

        public string Waker { get; }

        /// <summary>The state at the start of the poll.</summary>
        public string StateLocal { get; }

        /// <summary>What the latest poll returned.</summary>
        public string Polled { get; }

        /// <summary>The field of the state.</summary>
        public string State { get; }

        /// <summary>The field of the future being awaited.</summary>
        public string Awaited { get; }

        public string Cancelling { get; }

        /// <summary>The parameter of Describe.</summary>
        public string Description { get; }

        public string Result { get; }

        public string NotStarted { get; }

        public string Finished { get; }

        public string Running { get; }

        public string Unique(string wish)
        {
            string name = wish;
            for (int i = 2; !_taken.Add(name); i++)
            {
                name = wish + "_" + i;
            }

            return name;
        }

        /// <summary>Labels have names of their own, and one must not stand inside the block of another.</summary>
        public string UniqueLabel(string wish)
        {
            string name = wish;
            for (int i = 2; !_labels.Add(name); i++)
            {
                name = wish + "_" + i;
            }

            return name;
        }

        /// <summary>As it has to be written; words that mean something in places only are no exception.</summary>
        public static string Escape(string name)
        {
            bool isWord = SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None
                || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None;
            return isWord ? "@" + name : name;
        }

        private static ISymbol? Single(Body body, string name)
        {
            System.Collections.Immutable.ImmutableArray<ISymbol> found = body.Model.LookupSymbols(body.Root.SpanStart, null, name);
            return found.Length == 1 ? found[0] : null;
        }
    }
}
