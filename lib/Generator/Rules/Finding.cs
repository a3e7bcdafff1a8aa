using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NanoExecutor.Generator
{
    /// <summary>
    /// A diagnostic that holds no syntax, so that the result of a run can be compared with that of the run before: an equal
    /// result is not written again.
    /// </summary>
    internal sealed class Finding : IEquatable<Finding>
    {
        private readonly DiagnosticDescriptor _rule;
        private readonly string[] _arguments;
        private readonly string _path;
        private readonly TextSpan _span;
        private readonly LinePositionSpan _lines;

        public Finding(DiagnosticDescriptor rule, Location at, params string[] arguments)
        {
            _rule = rule;
            _arguments = arguments;
            _span = at.SourceSpan;
            FileLinePositionSpan lines = at.GetLineSpan();
            _path = lines.Path;
            _lines = lines.Span;
        }

        /// <summary>Where it is, in the order of the source.</summary>
        public int Position => _span.Start;

        public Diagnostic ToDiagnostic()
        {
            return Diagnostic.Create(_rule, Location.Create(_path, _span, _lines), _arguments.ToArray<object>());
        }

        public bool Equals(Finding? other)
        {
            return other != null && _rule.Id == other._rule.Id && _path == other._path && _span == other._span
                && _lines == other._lines && _arguments.SequenceEqual(other._arguments);
        }

        public override bool Equals(object? obj)
        {
            return Equals(obj as Finding);
        }

        public override int GetHashCode()
        {
            return _rule.Id.GetHashCode() ^ _span.GetHashCode();
        }
    }
}
