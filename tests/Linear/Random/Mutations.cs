using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NanoExecutor.Generator;

namespace NanoExecutor.LinearProof
{
    /// <summary>Gives the generator many mutated bodies, and looks for what must never be: a crash, an error in a generated file.</summary>
    internal sealed class Mutations
    {
        private const int BatchSize = 50;

        private readonly Construct _frame = Construct.Read("Bodies")[0];
        private readonly string[] _bodies;
        private readonly int _seed;

        public Mutations(int seed)
        {
            _seed = seed;
            _bodies = [.. Construct.Read("Bodies").Where(construct => !construct.Text.Contains("/*MEMBERS*/", StringComparison.Ordinal))
                .Select(construct => BodyOf(construct))];
        }

        /// <summary>Methods that were lowered in spite of all.</summary>
        public int Lowered { get; private set; }

        public int Made { get; private set; }

        /// <summary>What went wrong, with the body that it went wrong with; null if nothing did.</summary>
        public string? Run(int count)
        {
            BodyMutator mutator = new(_seed, _bodies);
            while (Made < count)
            {
                string[] bodies = [.. Enumerable.Range(0, BatchSize).Select(_ => mutator.Next())];
                Outcomes outcomes = Of(bodies);
                if (Wrong(outcomes) != null)
                {
                    return bodies.Select(body => (body, wrong: Wrong(Of([body]))))
                        .Where(item => item.wrong != null)
                        .Select(item => item.wrong + "\n" + item.body)
                        .FirstOrDefault() ?? Wrong(outcomes) + "\nNone of the batch alone does it.";
                }

                Made += bodies.Length;
                Lowered += outcomes.Lowered;
            }

            return null;
        }

        private Outcomes Of(string[] bodies)
        {
            return new Outcomes([.. bodies.Select(Framed)], isAnalyzed: false);
        }

        private static string? Wrong(Outcomes outcomes)
        {
            return outcomes.Crash?.ToString()
                ?? outcomes.InGenerated.Concat(outcomes.All.Where(diagnostic => diagnostic.Id == Refusals.NotLowered.Id))
                    .FirstOrDefault()?.ToString();
        }

        private string Framed(string body, int index)
        {
            string[] lines = _frame.Text.Split('\n');
            string before = string.Join('\n', lines[.._frame.Body.Start.Value]);
            string after = string.Join('\n', lines[_frame.Body.End.Value..]);
            return (before + "\n" + body + "\n" + after).Replace("namespace Case0", "namespace Case" + index, StringComparison.Ordinal);
        }

        private static string BodyOf(Construct construct)
        {
            return string.Join('\n', construct.Text.Split('\n')[construct.Body]);
        }
    }

    /// <summary>
    /// Changes bodies of [Linear] methods as nobody would write them: tokens that are missing, doubled or strange, statements and
    /// expressions from other bodies, statements inside of others. Some still compile, most do not; the generator has to say
    /// something sensible about all. The same seed makes the same body.
    /// </summary>
    internal sealed class BodyMutator
    {
        private static readonly string[] s_tokens =
        [
            "Await", "(", ")", "{", "}", ";", ",", ":", "?", "!", "=", "=>", "==", "is", "not", "and", "or", "var", "out", "ref", "in", "new",
            "this", "base", "null", "default", "return", "break", "continue", "goto", "case", "switch", "throw", "await", "yield", "async",
            "static", "const", "using", "lock", "unsafe", "fixed", "checked", "nameof", "when", "with", "@class", "_", "field", "limit",
            "item", "_delay", "\"text\"", "$\"{limit}\"", "3", "[", "]", "..", "&", "*", "#if X\n", "#endif\n", "#region r\n", "// note\n",
        ];

        private static readonly string[] s_around =
        [
            "{{ {0} }}", "if (limit > 3) {{ {0} }}", "if (limit > 3) {0}", "while (limit-- > 0) {{ {0} }}", "do {{ {0} }} while (false);",
            "for (int q = 0; q < 3; q++) {{ {0} }}", "foreach (int q in numbers) {{ {0} }}", "try {{ {0} }} finally {{ _total++; }}",
            "try {{ _total++; }} finally {{ {0} }}", "try {{ {0} }} catch (Exception q) when (q.Message != null) {{ _total++; }}",
            "try {{ _total++; }} catch (Exception) {{ {0} throw; }}", "using (new Res()) {{ {0} }}", "{{ using var q = new Res(); {0} }}",
            "switch (limit) {{ case 1: {{ {0} break; }} default: break; }}", "switch (item) {{ case Coin q: {0} break; }}",
            "again: {0} if (limit > 3) goto again;", "lock (_values) {{ {0} }}", "checked {{ {0} }}", "unsafe {{ {0} }}",
            "if (item is Coin q) {{ {0} }}", "if (item is not int q) {{ {0} return; }} Use(q);", "Action q = () => {{ {0} }};",
            "void Q() {{ {0} }} Q();", "Await(_delay); {0}", "{0} Await(_delay);", "while (Await(_flag)) {{ {0} }}",
        ];

        private readonly System.Random _random;
        private readonly IReadOnlyList<string> _bodies;

        public BodyMutator(int seed, IReadOnlyList<string> bodies)
        {
            _random = new System.Random(seed);
            _bodies = bodies;
        }

        public string Next()
        {
            string body = Any();
            int changes = _random.Next(1, 4);
            for (int i = 0; i < changes; i++)
            {
                body = Change(body);
            }

            return body;
        }

        private string Any()
        {
            return _bodies[_random.Next(_bodies.Count)];
        }

        private string Change(string body)
        {
            SyntaxNode root = Parse(body);
            switch (_random.Next(12))
            {
                case 0:
                    return Splice(body, Token(root).Span, string.Empty);
                case 1:
                    SyntaxToken doubled = Token(root);
                    return Splice(body, new TextSpan(doubled.Span.End, 0), " " + doubled.Text);
                case 2:
                    return Splice(body, Token(root).Span, s_tokens[_random.Next(s_tokens.Length)]);
                case 3:
                    return Splice(body, Pick<IdentifierNameSyntax>(root)?.Span, Pick<IdentifierNameSyntax>(Parse(Any()))?.ToString());
                case 4 or 5:
                    return Splice(body, Pick<ExpressionSyntax>(root)?.Span, Pick<ExpressionSyntax>(Parse(Any()))?.ToString());
                case 6:
                    return Splice(body, Pick<StatementSyntax>(root)?.Span, Pick<StatementSyntax>(Parse(Any()))?.ToString());
                case 7:
                    return Splice(body, Pick<StatementSyntax>(root)?.Span, string.Empty);
                case 8:
                    StatementSyntax? before = Pick<StatementSyntax>(root);
                    return before == null ? body
                        : Splice(body, new TextSpan(before.SpanStart, 0), Pick<StatementSyntax>(Parse(Any())) + " ");
                default:
                    StatementSyntax? inner = Pick<StatementSyntax>(root);
                    return inner == null ? body : Splice(
                        body, inner.Span, string.Format(null, s_around[_random.Next(s_around.Length)], inner));
            }
        }

        private static SyntaxNode Parse(string body)
        {
            return CSharpSyntaxTree.ParseText(
                "class C { void M() {" + body + "\n} }", new CSharpParseOptions(LanguageVersion.Latest))
                .GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First().Body!;
        }

        private SyntaxToken Token(SyntaxNode root)
        {
            SyntaxToken[] tokens = [.. root.DescendantTokens().Skip(1).SkipLast(1).Where(token => !token.IsMissing)];
            return tokens.Length == 0 ? root.GetFirstToken() : tokens[_random.Next(tokens.Length)];
        }

        private T? Pick<T>(SyntaxNode root)
            where T : SyntaxNode
        {
            T[] nodes = [.. root.DescendantNodes().OfType<T>()];
            return nodes.Length == 0 ? null : nodes[_random.Next(nodes.Length)];
        }

        // The places are those of the text around the body.
        private static string Splice(string body, TextSpan? span, string? text)
        {
            int offset = "class C { void M() {".Length;
            if (span is not TextSpan place || text == null || place.Start < offset || place.End - offset > body.Length)
            {
                return body;
            }

            return body[..(place.Start - offset)] + text + body[(place.End - offset)..];
        }
    }
}
