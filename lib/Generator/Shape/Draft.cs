using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NanoExecutor.Generator
{
    /// <summary>
    /// The file of a routine before it is given out. It is compiled first: if the compiler refuses it, the user is told so in a
    /// line of theirs, and gets a file that compiles instead.
    /// </summary>
    internal sealed class Draft
    {
        // The compiler's errors for a name that it does not find.
        private static readonly string[] s_notFound = { "CS0103", "CS0117", "CS0234", "CS0246", "CS0426", "CS1061" };

        private readonly string _name;
        private readonly RoutineShape _shape;
        private readonly Surface? _surface;
        private readonly List<Finding> _findings;
        private string? _source;
        private bool _isFinished;

        /// <summary>For a class that cannot be completed.</summary>
        public Draft(string name, RoutineShape shape)
        {
            _name = name;
            _shape = shape;
            _findings = new List<Finding>(shape.Findings);
        }

        private Draft(string name, Surface surface)
            : this(name, surface.Shape)
        {
            _surface = surface;
        }

        /// <summary>Lowers a method whose Awaits all have their types.</summary>
        public static Draft Of(string name, Surface surface, SemanticModel model, CancellationToken cancel)
        {
            Draft draft = new Draft(name, surface);
            try
            {
                draft.Lower(model, cancel);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The user has a method that compiles or does not; either way a line of theirs says more than a failed generator.
                draft._findings.AddRange(draft.CompilerErrors(model, cancel));
                if (draft._findings.Count == 0)
                {
                    draft.Refuse(draft.NameLocation, exception.GetType().Name + ": " + exception.Message);
                }
            }

            if (draft._source == null)
            {
                draft._source = new RoutineWriter(surface).Unfinished();
            }

            return draft;
        }

        /// <summary>Compiles what was written for all routines, which may use each other.</summary>
        public static void Verify(List<Draft> drafts, Compilation compilation, CancellationToken cancel)
        {
            Dictionary<Draft, SyntaxTree> trees = drafts.Where(draft => draft._source != null).ToDictionary(
                draft => draft,
                draft => CSharpSyntaxTree.ParseText(
                    draft._source!, (CSharpParseOptions)draft._shape.Syntax.SyntaxTree.Options, cancellationToken: cancel));
            Compilation whole = compilation.AddSyntaxTrees(trees.Values);
            foreach (KeyValuePair<Draft, SyntaxTree> pair in trees.Where(pair => pair.Key._isFinished))
            {
                Diagnostic? error = pair.Value.GetDiagnostics(cancel)
                    .Concat(whole.GetSemanticModel(pair.Value).GetDiagnostics(cancellationToken: cancel))
                    .FirstOrDefault(IsError);
                if (error != null)
                {
                    pair.Key.Refuse(pair.Key.LocationOf(error), "the compiler refuses what is generated: " + TextOf(error));
                    pair.Key._source = new RoutineWriter(pair.Key._surface!).Unfinished();
                }
            }
        }

        public Output ToOutput()
        {
            return new Output(_name, _source, _findings);
        }

        private Location NameLocation => _shape.Syntax.Identifier.GetLocation();

        private void Lower(SemanticModel model, CancellationToken cancel)
        {
            Body body = new Body(_shape, model, cancel);
            _findings.AddRange(new BodyChecker(body).Check());
            if (_findings.Count == 0)
            {
                _findings.AddRange(CompilerErrors(model, cancel));
            }

            if (_findings.Count == 0)
            {
                Lowerer lowerer = new Lowerer(body);
                lowerer.Lower();
                _source = new RoutineWriter(_surface!).Finished(lowerer);
                _isFinished = true;
            }
        }

        private void Refuse(Location at, string why)
        {
            _findings.Add(new Finding(Refusals.NotLowered, at, _shape.Method.Name, why));
        }

        private IEnumerable<Finding> CompilerErrors(SemanticModel model, CancellationToken cancel)
        {
            Diagnostic? error = model.GetDiagnostics(_shape.Syntax.Span, cancel).FirstOrDefault(IsError);
            if (error != null)
            {
                yield return new Finding(
                    Refusals.Broken, error.Location, _shape.Method.Name, TextOf(error),
                    s_notFound.Contains(error.Id) ? Refusals.Unseen : string.Empty);
            }
        }

        private static bool IsError(Diagnostic diagnostic)
        {
            return diagnostic.Severity == DiagnosticSeverity.Error && !diagnostic.IsWarningAsError;
        }

        private static string TextOf(Diagnostic error)
        {
            return error.Id + ": " + error.GetMessage(CultureInfo.InvariantCulture).TrimEnd('.');
        }

        // The generated lines are mapped to those that they were made of.
        private Location LocationOf(Diagnostic error)
        {
            FileLinePositionSpan mapped = error.Location.GetMappedLineSpan();
            SyntaxTree tree = _shape.Syntax.SyntaxTree;
            FileLinePositionSpan method = tree.GetMappedLineSpan(_shape.Syntax.Span);
            int line = mapped.StartLinePosition.Line - method.StartLinePosition.Line
                + tree.GetLineSpan(_shape.Syntax.Span).StartLinePosition.Line;
            bool isUsers = mapped.HasMappedPath && mapped.Path == method.Path && line >= 0
                && line < tree.GetText().Lines.Count
                && _shape.Syntax.Span.IntersectsWith(tree.GetText().Lines[line].Span);
            return isUsers ? Location.Create(tree, tree.GetText().Lines[line].Span) : NameLocation;
        }
    }
}
